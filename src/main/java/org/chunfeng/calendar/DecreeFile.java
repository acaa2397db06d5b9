package org.chunfeng.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chunfeng.calendar.CalendarRefused.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads decrees from JSON of the shipped form: {"2026": {"holidays": […], "workdays": […], "names": {…}, "source": "…"}}. */
public class DecreeFile {

    private static final Set<String> PARTS = Set.of("holidays", "workdays", "names", "source");
    private static final Pattern TWICE = Pattern.compile("Duplicate.*[\"'](.+)[\"']");

    private final JsonMapper json = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    public List<Decree> read(String text) {
        var decrees = new ArrayList<Decree>();
        object(parse(text), "{}").properties().forEach(year -> decrees.add(decree(year.getKey(), year.getValue())));
        return decrees;
    }

    private JsonNode parse(String text) {
        try {
            return json.readTree(text);
        } catch (JacksonException notJson) {
            Matcher twice = TWICE.matcher(notJson.getOriginalMessage());
            if (twice.find()) {
                throw new CalendarRefused(Reason.LISTED_TWICE, twice.group(1));
            }
            throw new CalendarRefused(Reason.UNREADABLE, "JSON");
        }
    }

    private static JsonNode object(JsonNode node, String what) {
        if (!node.isObject() || node.isEmpty()) {
            throw new CalendarRefused(Reason.UNREADABLE, what);
        }
        return node;
    }

    private static Decree decree(String key, JsonNode node) {
        if (!key.matches("20\\d\\d")) {
            throw new CalendarRefused(Reason.YEAR_UNKNOWN, key);
        }
        for (String part : object(node, key).propertyNames()) {
            if (!PARTS.contains(part)) {
                throw new CalendarRefused(Reason.PART_UNKNOWN, part);
            }
        }
        int year = Integer.parseInt(key);
        var days = new ArrayList<DecreeDay>();
        days.addAll(days(node, "holidays", false));
        days.addAll(days(node, "workdays", true));
        check(year, days);
        String source = node.path("source").asString("");
        if (source.isBlank()) {
            throw new CalendarRefused(Reason.SOURCE_MISSING, key);
        }
        return new Decree(year, source.strip(), days);
    }

    private static List<DecreeDay> days(JsonNode node, String part, boolean working) {
        JsonNode list = node.path(part);
        if (!list.isMissingNode() && !list.isArray()) {
            throw new CalendarRefused(Reason.UNREADABLE, part);
        }
        var days = new ArrayList<DecreeDay>();
        for (JsonNode entry : list) {
            LocalDate date = date(entry);
            days.add(new DecreeDay(
                    date, working, node.path("names").path(date.toString()).asString("")));
        }
        return days;
    }

    private static LocalDate date(JsonNode entry) {
        String text = entry.isString() ? entry.asString() : entry.toString();
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADate) {
            throw new CalendarRefused(Reason.DAY_UNKNOWN, text.length() > 40 ? text.substring(0, 40) : text);
        }
    }

    private static void check(int year, List<DecreeDay> days) {
        Map<LocalDate, Boolean> seen = new HashMap<>();
        for (DecreeDay day : days) {
            if (day.date().getYear() != year) {
                throw new CalendarRefused(Reason.DATE_OUTSIDE_YEAR, day.date().toString());
            }
            Boolean before = seen.put(day.date(), day.working());
            if (before != null) {
                Reason reason = before.equals(day.working()) ? Reason.DAY_LISTED_TWICE : Reason.DAY_OFF_AND_WORKED;
                throw new CalendarRefused(reason, day.date().toString());
            }
        }
        if (days.stream().allMatch(DecreeDay::working)) {
            throw new CalendarRefused(Reason.NO_DAYS, String.valueOf(year));
        }
    }
}
