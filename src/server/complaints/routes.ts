import * as contracts from '#domain/complaints/contract.ts';
import { route, type Route } from '#server/platform/call.ts';
import { answerComplaint } from './answer-complaint.ts';
import { fileComplaint } from './file-complaint.ts';
import { listComplaints } from './list-complaints.ts';

export const complaintRoutes: readonly Route[] = [
  route(contracts.fileComplaint, fileComplaint),
  route(contracts.listComplaints, listComplaints),
  route(contracts.answerComplaint, answerComplaint),
];
