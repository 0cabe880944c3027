declare const idOf: unique symbol

/** A UUID (version 7) that knows what it identifies, so that a room's id cannot be passed for a person's. */
export type Id<Thing extends string> = string & { readonly [idOf]: Thing }
