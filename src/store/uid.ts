import { v7 } from 'uuid'

/** A new UUIDv7 (RFC 9562 §5.7): unique everywhere, and in the order of making. */
export const newUid = (): string => v7()
