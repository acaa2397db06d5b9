package org.chunfeng.casefile;

/**
 * One thing that is known about a case, as a person reads it.
 *
 * @param privacy what kind of personal number the value is, if any; such values are masked except where work needs them
 */
public record Fact(String label, String value, Privacy privacy) {

    /** Kinds of values with regard to masking. */
    public enum Privacy {
        OPEN,
        ACCOUNT,
        TAXPAYER_ID,
        PHONE
    }

    public static Fact of(String label, String value) {
        return new Fact(label, value, Privacy.OPEN);
    }

    public static Fact account(String label, String accountNo) {
        return new Fact(label, accountNo, Privacy.ACCOUNT);
    }

    public static Fact taxpayerId(String label, String taxpayerId) {
        return new Fact(label, taxpayerId, Privacy.TAXPAYER_ID);
    }

    public static Fact phone(String label, String phone) {
        return new Fact(label, phone, Privacy.PHONE);
    }

    public boolean isPersonal() {
        return !masked().value.equals(value);
    }

    public Fact masked() {
        String shown =
                switch (privacy) {
                    case OPEN -> value;
                    case ACCOUNT -> Masks.account(value);
                    case TAXPAYER_ID -> Masks.taxpayerId(value);
                    case PHONE -> Masks.phone(value);
                };
        return new Fact(label, shown, privacy);
    }
}
