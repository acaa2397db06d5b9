package org.chunfeng.sheet;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Gives out no more than so many characters between the ends of two rows: one missing quote must not eat the memory. */
final class BoundedReader extends FilterReader {

    /** A parser reads ahead of the row that it gives out. */
    private static final int READ_AHEAD = 1 << 16;

    private final int longestRow;
    private long given;

    BoundedReader(Reader content, int longestRow) {
        super(content);
        this.longestRow = longestRow;
    }

    void rowEnds() {
        given = 0;
    }

    @Override
    public int read() throws IOException {
        int character = super.read();
        count(character < 0 ? 0 : 1);
        return character;
    }

    @Override
    public int read(char[] piece, int from, int length) throws IOException {
        int read = super.read(piece, from, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int characters) throws IOException {
        given += characters;
        if (given > longestRow + READ_AHEAD) {
            throw new IOException("A row has more than %d characters".formatted(longestRow));
        }
    }
}
