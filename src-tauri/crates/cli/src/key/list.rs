//! Lists the keys of the tenants that sign with one. Keys of tenants that are not set up do not show:
//! nothing lists a keyring.

use roomkey_store::keys::KeyStoreFault;
use serde_json::Value;
use serde_json::json;

use super::fewest_bits;
use crate::answer::Answer;
use crate::answer::Ending;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::paint::Paint;
use crate::provider;
use crate::table::Table;
use crate::wait::wait;

pub(crate) fn run(paint: Paint) -> Result<Answer, Fault> {
    let desk = Desk::open()?;
    let mut table = Table::<4>::new(0);
    let mut data: Vec<Value> = Vec::new();
    let mut ending = Ending::Yes;
    table.line(["TENANT", "KEY ID", "BITS", "SHA-256 OF THE PUBLIC HALF"]);
    for tenant in &desk.settings.tenants {
        if fewest_bits(tenant).is_err() {
            continue;
        }
        let key_id = provider::key_name(&tenant.provider).unwrap_or("-");
        let id = tenant.id.as_str();
        match wait(desk.keys.get(&tenant.id))? {
            Ok(key) => {
                let fingerprint = key.public().fingerprint();
                table.line([id, key_id, &key.bits().to_string(), &fingerprint]);
                data.push(json!({
                    "tenant": id,
                    "keyId": key_id,
                    "bits": key.bits(),
                    "fingerprint": fingerprint,
                }));
            }
            Err(fault) => {
                if !matches!(fault, KeyStoreFault::Missing) {
                    ending = Ending::Cannot;
                }
                table.line([id, key_id, "-", &fault.to_string()]);
                data.push(json!({"tenant": id, "keyId": key_id, "fault": fault.to_string()}));
            }
        }
    }
    if desk.settings.tenants.is_empty() {
        return Err(Fault::NoTenants);
    }
    let text = table.render(|_, number, cell| match number {
        0 => paint.strong(cell),
        _ => cell.to_owned(),
    });
    Ok(Answer::ending(ending, text, data))
}
