package org.chunfeng.demo;

/** A file that came with a mail. */
record AttachedFile(String name, byte[] content) {}
