const KIND: Record<string, string> = {
  meal: 'a meal',
  drink: 'a drink',
  call: 'a call',
  video: 'a video call',
  mail: 'mail',
  chat: 'a chat',
  visit: 'a visit',
  walk: 'a walk',
  event: 'an event',
  meeting: 'a meeting',
}

/** How people met, as a sentence goes on: "logged a walk with Ada". */
export const kindTold = (kind: string): string => KIND[kind] ?? kind
