package org.chunfeng.refund;

/** The treasury, outside the bureau. It takes a slip number once; sending the same one again changes nothing there. */
interface Treasury {
    void send(SlipOrder order);
}
