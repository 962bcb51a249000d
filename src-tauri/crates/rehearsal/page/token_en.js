// What a server asks of a token, in English. What a claim means the verifier itself says in
// English. The inspector says it in the same words.

export default {
  rules: {
    present: "There is a token",
    header: "Its header can be read",
    keyId: "It names a whole key id",
    keyRegistered: "A public key is registered under that id",
    threeParts: "It has three parts",
    body: "Its body can be read",
    typ: "Its type is JWT",
    alg: "It is signed by RS256",
    signature: "The registered key made the signature",
    expNumber: "exp is a number",
    nbfNumber: "nbf is a number",
    notExpired: "It has not expired",
    begun: "Its time has begun",
    issuer: "It was made by “chat”",
    audience: "It is made for “jitsi”",
    context: "It says who the person is",
    tenant: "Its tenant is that of the key",
    room: "It is for this room",
  },
  meanings: {},
};
