package org.chunfeng.overpayment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chunfeng.sheet.SheetFile;
import org.chunfeng.sheet.SheetReader;
import org.chunfeng.sheet.SheetRefused;
import org.chunfeng.sheet.SheetRow;

/** A list that is being read: its header was found, the next row is a row of data. */
final class ListFile implements AutoCloseable {

    private final SheetReader rows;
    private final Map<Column, Integer> places;

    private ListFile(SheetReader rows, Map<Column, Integer> places) {
        this.rows = rows;
        this.places = places;
    }

    static ListFile open(SheetFile file, Columns columns) throws IOException {
        SheetReader rows = file.read();
        try {
            for (int i = 0; i < Columns.SEARCHED_ROWS; i++) {
                SheetRow row = rows.next();
                Optional<Map<Column, Integer>> places = row == null ? Optional.empty() : columns.places(row);
                if (places.isPresent()) {
                    return new ListFile(rows, places.get());
                }
            }
            throw new SheetRefused("import.noHeader", Columns.SEARCHED_ROWS);
        } catch (IOException | RuntimeException refused) {
            rows.close();
            throw refused;
        }
    }

    /** Where each column stands in a row. */
    Map<Column, Integer> places() {
        return places;
    }

    /** The next rows, at most so many; none at the end of the list. */
    List<SheetRow> next(int most) throws IOException {
        List<SheetRow> some = new ArrayList<>(most);
        while (some.size() < most) {
            SheetRow row = rows.next();
            if (row == null) {
                return some;
            }
            some.add(row);
        }
        return some;
    }

    void skip(int rowsDone) throws IOException {
        for (int i = 0; i < rowsDone; i++) {
            rows.next();
        }
    }

    int countRest() throws IOException {
        int count = 0;
        while (rows.next() != null) {
            count++;
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
