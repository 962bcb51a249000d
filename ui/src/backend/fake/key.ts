/** A key that was read: the view of one real public key, whose private half was thrown away. */
import type { KeyView } from '../../bindings/KeyView';

export const KEY: KeyView = {
  bits: 4096,
  fingerprint: '02b4c01441a70ecca0accf3dedc949a28148cfc58d885e45baf2500a4c280794',
  publicKey: `-----BEGIN PUBLIC KEY-----
MIICIjANBgkqhkiG9w0BAQEFAAOCAg8AMIICCgKCAgEAjfrU6qd/p0IRcNR9C742
Ia9Qp445DU2raFxKUGQTFB5XCvY0xve4mL7x8O1Xekvwr/lyfDFRS0Nzn5HbmGk0
msopEPx+XOTpS00s3WNqljo5KEIf9OLT8FT4GjQbbFk1rstPnkzhgBVLR67uqRkU
tpE93bpcXWgjGUe/Dd4Q3+TmNS5jAfwAjRSdC9N455futpKVFJd65HMHu3n4sqUc
tFtcOaNu2AD6qopKy9ybWUd7fg5OZhIQLn1WcZf+lHcNK+wXJRyW1yOsWSiugZco
Ex6cyh68ZUvvqb7K1U/vbKluIiN/3V80z4joqktJ+aHo8njHS1nlFImNI/etWM7e
+IeY/C2F31YYyS9j65SHrC4SNrQJ81LDhcAmZKMhAeVo0xthqj4wq/3C1Cvujrx5
/5uJsKm8jQWmD7K5Ky3yuDHiR+kTfqGL3NRTFZcPIDG5n7HcKmzy/6gv6tkIGk6K
yBTm53TBgbIOvnvxGDF+6T7DRUZyt8LRXOFhXTS5DTIHeQcZVF3vpw/bfr9w7lp9
oK2fg2QOYsVVU46DRhYA7g1vI5Foen/sSE75suulYralXrjcWJvqBHuceZVCcOJI
FksrvSUWNh/iC7VNMcpBKDjq1y3aVNen1Gdsxl9QbjZm/ALu3GmQeBjZ4DnAl6Oz
/yZpHkiGDhpVy0ikcWKs77sCAwEAAQ==
-----END PUBLIC KEY-----
`,
};
