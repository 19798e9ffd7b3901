import type { SlotBody } from '@banshi/bundle';
import type { DialogWorld } from '../../dialog.types.js';
import { worldOf, type WorldContents } from '../world-of.js';
import { childAppraisal } from './child-appraisal.js';
import { disabilityCard } from './disability-card.js';
import type { Fixture } from './fixture.js';
import { foreignBook } from './foreign-book.js';
import { lawFirm } from './law-firm.js';
import { marriageCertificate } from './marriage-certificate.js';
import { partTimeLawyer } from './part-time-lawyer.js';
import { pensionCheck } from './pension-check.js';
import { startupAward } from './startup-award.js';
import { teacherLicence } from './teacher-licence.js';
import { temporaryRelief } from './temporary-relief.js';

/** Ten items of a province's portal. */
export const fixtures: Record<string, Fixture> = {
  'child-appraisal': childAppraisal,
  'disability-card': disabilityCard,
  'foreign-book': foreignBook,
  'law-firm': lawFirm,
  'marriage-certificate': marriageCertificate,
  'part-time-lawyer': partTimeLawyer,
  'pension-check': pensionCheck,
  'startup-award': startupAward,
  'teacher-licence': teacherLicence,
  'temporary-relief': temporaryRelief,
};

const slot = (title: string, type: SlotBody['type']): SlotBody => ({ title, description: '', type, dictionary: null, sensitive: false, guideline: '' });

export const slots: Record<string, SlotBody> = {
  'person-name': slot('姓名', 'person'),
  'id-number': slot('身份证号', 'resident-id'),
  mobile: slot('手机号', 'mobile'),
  'bank-card': slot('银行卡号', 'bank-card'),
  division: slot('行政区划', 'division'),
  company: slot('单位名称', 'organization'),
  'event-date': slot('日期', 'date'),
};

export function hallContents(): WorldContents {
  const each = <T>(of: (one: Fixture) => T) => Object.fromEntries(Object.entries(fixtures).map(([key, one]) => [key, of(one)]));
  return { services: each(({ service }) => service), forms: each(({ form }) => form), slots };
}

/** A hall with ten real services. */
export const hall: DialogWorld = worldOf(hallContents());
