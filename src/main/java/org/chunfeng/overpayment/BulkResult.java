package org.chunfeng.overpayment;

/** What became of one case of a batch; the message is empty where it was done. */
record BulkResult(String caseNumber, boolean done, String message) {}
