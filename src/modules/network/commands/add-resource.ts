import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { defineCommand, type Work } from '../../../platform/operation/index.ts'
import { bilingual, idOf } from '../../../platform/operation/schema.ts'
import { mayActFor } from '../domain/party.ts'
import { insertRoomOrDevice } from '../store/party.ts'

/** A room or a device that its owner brings to a site; the site may belong to somebody else. */
const adding = (role: 'room' | 'device', zh: string, en: string) =>
  defineCommand({
    name: `network.add-${role}`,
    zh,
    en,
    permission: 'network.resource.add',
    input: T.Object({
      siteId: idOf('site'),
      ownerId: idOf('institution'),
      kind: T.String({ minLength: 2, maxLength: 40 }),
      name: bilingual,
    }),
    output: T.Object({ resourceId: idOf('resource') }),
    refusals: ['network.name-taken', 'network.site-unknown', 'network.institution-unknown', 'platform.not-permitted'],
    async run(work: Work, { siteId, ownerId, kind, name }) {
      const permitted = mayActFor(work.actor, ownerId)
      if (!permitted.ok) return permitted
      const resourceId = work.newId<'resource'>()
      const inserted = await insertRoomOrDevice(work, role, { id: resourceId, siteId, ownerId, kind, nameZh: name.zh, nameEn: name.en })
      return inserted.ok ? ok({ resourceId }) : inserted
    },
  })

export const addRoom = adding('room', '添加诊室', 'Add a room')
export const addDevice = adding('device', '添加设备', 'Add a device')
