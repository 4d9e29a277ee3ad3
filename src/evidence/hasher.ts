/**
 * The cryptography that this room borrows. SHA-256 and HMAC-SHA-256 give 32 bytes; Ed25519 keys are 32 bytes and
 * signatures 64 (RFC 8032, malleable ones refused). Never throws on a malformed key or signature: answers false.
 */
export type Hasher = {
  readonly sha256: (data: Uint8Array) => Uint8Array;
  /** The same, written into `out` from `at` on, where a hasher can spare the allocation. */
  readonly sha256Into?: (data: Uint8Array, out: Uint8Array, at: number) => void;
  readonly hmacSha256: (key: Uint8Array, data: Uint8Array) => Uint8Array;
  readonly verifyEd25519: (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;
};
