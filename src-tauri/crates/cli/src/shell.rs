//! What a shell and `man` want to know, made from the same words that are
//! parsed.

use std::path::PathBuf;

use clap::Args;
use clap::CommandFactory;
use clap_complete::Shell;
use clap_mangen::Man;
use serde_json::json;

use crate::answer::Answer;
use crate::arguments;
use crate::fault::Fault;

#[derive(Debug, Args)]
pub(crate) struct CompletionsArguments {
    /// The shell
    shell: Shell,
}

#[derive(Debug, Args)]
pub(crate) struct ManArguments {
    /// Write a page for every command into this folder instead of printing the first
    #[arg(long, value_name = "FOLDER")]
    folder: Option<PathBuf>,
}

pub(crate) fn completions(arguments: &CompletionsArguments) -> Answer {
    let mut command = arguments::Arguments::command();
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut command, "roomkeyctl", &mut script);
    let script = String::from_utf8_lossy(&script).into_owned();
    let data = json!({"shell": arguments.shell.to_string(), "script": script});
    Answer::yes(script, data)
}

pub(crate) fn man(arguments: &ManArguments) -> Result<Answer, Fault> {
    let command = arguments::Arguments::command();
    if let Some(folder) = &arguments.folder {
        let unwritable = |source| Fault::Unwritable {
            path: folder.clone(),
            source,
        };
        std::fs::create_dir_all(folder).map_err(unwritable)?;
        clap_mangen::generate_to(command, folder).map_err(unwritable)?;
        let text = format!("The pages are in {}", folder.display());
        return Ok(Answer::yes(text, json!({"folder": folder})));
    }
    let mut page = Vec::new();
    Man::new(command).render(&mut page).map_err(Fault::Output)?;
    let page = String::from_utf8_lossy(&page).into_owned();
    Ok(Answer::yes(page.as_str(), json!({"page": page})))
}
