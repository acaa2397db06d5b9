package org.chunfeng.notice;

import org.chunfeng.engine.Actor;

/** Who is told: an account, the members of a group in one bureau, or the taxpayer of the case, on paper. */
public record Recipient(Kind kind, String id, String bureau) {

    /** How a recipient is reached. */
    public enum Kind {
        ACCOUNT,
        GROUP,
        TAXPAYER
    }

    public static Recipient account(String userId, String bureau) {
        return new Recipient(Kind.ACCOUNT, userId, bureau);
    }

    /** The members of a group who belong to the bureau; groups that only the prefecture has are looked for there. */
    public static Recipient group(String group, String bureau) {
        return new Recipient(Kind.GROUP, group, bureau);
    }

    static Recipient taxpayer(String bureau) {
        return new Recipient(Kind.TAXPAYER, "", bureau);
    }

    /** Whether this person is the one told, or one of them. */
    boolean includes(Actor actor) {
        return switch (kind) {
            case ACCOUNT -> actor.userId().equals(id);
            case GROUP -> actor.isIn(id) && actor.bureau().equals(bureau);
            case TAXPAYER -> false;
        };
    }

    String key() {
        return kind + ":" + id + "@" + bureau;
    }
}
