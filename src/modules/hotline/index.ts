import { join } from 'node:path'
import { defineModule } from '#kernel/module/define-module.ts'
import { permissions } from './access.ts'
import { hotlineDocuments } from './documents/templates.ts'
import { hotlineErrors } from './errors.ts'
import { urgeOverdueJob } from './jobs.ts'
import { orderLifecycle } from './lifecycle.ts'
import en from './locales/en.json' with { type: 'json' }
import settingTexts from './locales/settings.zh-CN.json' with { type: 'json' }
import zh from './locales/zh-CN.json' with { type: 'json' }
import { addContact } from './operations/add-contact.ts'
import { answerCall } from './operations/answer-call.ts'
import { answerOrder } from './operations/answer-order.ts'
import { arbitrateReturn } from './operations/arbitrate-return.ts'
import { assistOrder } from './operations/assist-order.ts'
import { checkReply } from './operations/check-reply.ts'
import { claimReturn } from './operations/claim-return.ts'
import { dispatchOrder } from './operations/dispatch-order.ts'
import { escalateCase } from './operations/escalate-case.ts'
import { extendOrder } from './operations/extend-order.ts'
import { fileOrder } from './operations/file-order.ts'
import { findSimilar } from './operations/find-similar.ts'
import { getArticle } from './operations/get-article.ts'
import { getCall } from './operations/get-call.ts'
import { getHotSpots } from './operations/get-hot-spots.ts'
import { getOrder } from './operations/get-order.ts'
import { getOrderDocument, getOrderDocumentWords } from './operations/get-order-document.ts'
import { getOrderFile } from './operations/get-order-file.ts'
import { getProgress } from './operations/get-progress.ts'
import { hangUpCall } from './operations/hang-up-call.ts'
import { holdCall } from './operations/hold-call.ts'
import { joinCall } from './operations/join-call.ts'
import { linkOrder } from './operations/link-order.ts'
import { listArticleVersions } from './operations/list-article-versions.ts'
import { listArticles } from './operations/list-articles.ts'
import { listCalls } from './operations/list-calls.ts'
import { listOrders } from './operations/list-orders.ts'
import { listOwn } from './operations/list-own.ts'
import { listPrecedents } from './operations/list-precedents.ts'
import { loseCall } from './operations/lose-call.ts'
import { loadShipped } from './operations/load-shipped.ts'
import { getOrderClock, getOrderLedger } from './operations/order-records.ts'
import { rateOrder } from './operations/rate-order.ts'
import { rateTransfer } from './operations/rate-transfer.ts'
import { passDuty } from './operations/pass-duty.ts'
import { readCaller } from './operations/read-caller.ts'
import { recordCallback } from './operations/record-callback.ts'
import { recuse } from './operations/recuse.ts'
import { registerOrder } from './operations/register-order.ts'
import { rejectOrder } from './operations/reject-order.ts'
import { replyOrder } from './operations/reply-order.ts'
import { resumeCall } from './operations/resume-call.ts'
import { ringCall } from './operations/ring-call.ts'
import { saveArticle } from './operations/save-article.ts'
import { searchArticles } from './operations/search-articles.ts'
import { signOrder } from './operations/sign-order.ts'
import { simulateCall } from './operations/simulate-call.ts'
import { transferCall } from './operations/transfer-call.ts'
import { urgeOverdue } from './operations/urge-overdue.ts'
import { hotlineTopics } from './live-topics.ts'
import { hotlineSettings } from './settings.ts'

const orders = [fileOrder, registerOrder, escalateCase, listOrders, listOwn, getOrder, getOrderLedger, getOrderClock, getOrderFile, getOrderDocument, getOrderDocumentWords, findSimilar, getProgress, rateOrder] as const
const commands = [answerOrder, rejectOrder, linkOrder, addContact, dispatchOrder, signOrder, claimReturn, arbitrateReturn, assistOrder, extendOrder, replyOrder, checkReply, recordCallback, passDuty, recuse, readCaller] as const
const calls = [listCalls, getCall, answerCall, holdCall, resumeCall, transferCall, joinCall, hangUpCall, rateTransfer, ringCall, loseCall, simulateCall] as const
const knowledge = [searchArticles, listArticles, getArticle, listArticleVersions, saveArticle, listPrecedents, getHotSpots, loadShipped] as const

/** 12345 and 96128: from a call to a reply that was called back. */
export const hotline = defineModule({
  name: 'hotline',
  needs: ['organisation', 'subjects', 'catalogue'],
  operations: [...orders, ...commands, ...calls, ...knowledge, urgeOverdue],
  permissions,
  refusals: hotlineErrors,
  lifecycles: [orderLifecycle],
  jobs: [urgeOverdueJob],
  live: hotlineTopics,
  documents: hotlineDocuments,
  settings: hotlineSettings,
  locales: { zh: { ...zh, settings: settingTexts }, en },
  migrations: join(import.meta.dirname, 'migrations'),
})

export { hotlineErrors } from './errors.ts'
export { fileAppeal } from './file-appeal.ts'
export { answerFromGrid, dueOfOrder, giveBackFromGrid, handToGrid } from './grid-link.ts'
export { hotlineMetrics } from './metrics.ts'
export { categories as hotlineCategories } from './categories.ts'
export { FiledAppeal } from './schema.ts'
export { readReply } from './read-reply.ts'
export { listPublicOrders } from './store/public-orders.ts'
