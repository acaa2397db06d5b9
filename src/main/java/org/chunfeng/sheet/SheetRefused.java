package org.chunfeng.sheet;

/** A file that cannot be read as a table; the key names its sentence in messages/refusals.properties. */
public class SheetRefused extends RuntimeException {

    private final transient Object[] arguments;

    public SheetRefused(String key, Object... arguments) {
        super(key);
        this.arguments = arguments;
    }

    public String key() {
        return getMessage();
    }

    public Object[] arguments() {
        return arguments.clone();
    }
}
