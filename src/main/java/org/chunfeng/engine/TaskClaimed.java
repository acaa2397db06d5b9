package org.chunfeng.engine;

/** Somebody took a task for himself; published within the transaction of the claim. */
public record TaskClaimed(String caseNumber, String step, String userId) {}
