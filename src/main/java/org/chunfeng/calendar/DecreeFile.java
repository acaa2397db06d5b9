package org.chunfeng.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chunfeng.calendar.CalendarRefused.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads decrees from JSON of the shipped form: {"2026": {"holidays": […], "workdays": […], "names": {…}, "source": "…"}}. */
public class DecreeFile {

    private final JsonMapper json = JsonMapper.builder().build();

    public List<Decree> read(String text) {
        var decrees = new ArrayList<Decree>();
        object(parse(text), "file").properties().forEach(year -> decrees.add(decree(year.getKey(), year.getValue())));
        return decrees;
    }

    private JsonNode parse(String text) {
        try {
            return json.readTree(text);
        } catch (JacksonException notJson) {
            throw new CalendarRefused(Reason.UNREADABLE, notJson.getOriginalMessage());
        }
    }

    private static JsonNode object(JsonNode node, String what) {
        if (!node.isObject() || node.isEmpty()) {
            throw new CalendarRefused(Reason.UNREADABLE, what);
        }
        return node;
    }

    private static Decree decree(String key, JsonNode node) {
        if (!key.matches("[12]\\d{3}")) {
            throw new CalendarRefused(Reason.UNREADABLE, key);
        }
        int year = Integer.parseInt(key);
        object(node, key);
        var days = new ArrayList<DecreeDay>();
        days.addAll(days(node, "holidays", false));
        days.addAll(days(node, "workdays", true));
        check(year, days);
        return new Decree(year, node.path("source").asString(""), days);
    }

    private static List<DecreeDay> days(JsonNode node, String list, boolean working) {
        var days = new ArrayList<DecreeDay>();
        for (JsonNode entry : node.path(list)) {
            LocalDate date = date(entry.asString(""));
            days.add(new DecreeDay(
                    date, working, node.path("names").path(date.toString()).asString("")));
        }
        return days;
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADate) {
            throw new CalendarRefused(Reason.UNREADABLE, text);
        }
    }

    private static void check(int year, List<DecreeDay> days) {
        if (days.stream().allMatch(DecreeDay::working)) {
            throw new CalendarRefused(Reason.NO_DAYS, String.valueOf(year));
        }
        Set<LocalDate> seen = new HashSet<>();
        for (DecreeDay day : days) {
            if (day.date().getYear() != year) {
                throw new CalendarRefused(Reason.DATE_OUTSIDE_YEAR, day.date().toString());
            }
            if (!seen.add(day.date())) {
                throw new CalendarRefused(Reason.DAY_LISTED_TWICE, day.date().toString());
            }
        }
    }
}
