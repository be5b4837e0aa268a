package dev.rechat.accounts.setting;

import dev.rechat.accounts.setting.Banner.Level;
import dev.rechat.kernel.error.ValidationException;
import io.micronaut.json.tree.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A text with how urgent it is and until when it is told, or nothing. */
record BannerForm() implements Form<Optional<Banner>> {

    private static final String TEXT = "text";
    private static final String LEVEL = "level";
    private static final String UNTIL = "until";
    private static final String TEXT_FIELD = FIELD + "." + TEXT;
    private static final Set<String> MEMBERS = Set.of(TEXT, LEVEL, UNTIL);

    /** Something else than what a line of text is made of. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n]]");

    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    /** Years have four digits. */
    private static final Instant END_OF_TIMES = Instant.parse("9999-12-31T00:00:00Z");

    @Override
    public String name() {
        return "banner";
    }

    @Override
    public Optional<Banner> read(JsonNode json) {
        if (json.isNull()) {
            return Optional.empty();
        }
        if (!json.isObject()) {
            throw new ValidationException(FIELD, "invalid", "must be null or an object with text and level");
        }
        for (var entry : json.entries()) {
            if (!MEMBERS.contains(entry.getKey())) {
                throw new ValidationException(FIELD, "unknown_field", "has a field that is none of a banner's");
            }
        }
        return Optional.of(new Banner(text(json.get(TEXT)), level(json.get(LEVEL)), until(json.get(UNTIL))));
    }

    @Override
    public JsonNode write(Optional<Banner> value) {
        return value.map(BannerForm::object).orElseGet(JsonNode::nullNode);
    }

    private static JsonNode object(Banner banner) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        members.put(TEXT, JsonNode.createStringNode(banner.text()));
        members.put(LEVEL, JsonNode.createStringNode(banner.level().code()));
        if (banner.until() != null) {
            members.put(UNTIL, JsonNode.createStringNode(MILLISECONDS.format(banner.until())));
        }
        return JsonNode.createObjectNode(members);
    }

    private static String text(@Nullable JsonNode json) {
        String text = json == null || !json.isString()
                ? ""
                : json.getStringValue().replace("\r\n", "\n").strip();
        if (text.isEmpty()) {
            throw new ValidationException(TEXT_FIELD, "required", "must be a text");
        }
        if (text.length() > Banner.MAX_LENGTH) {
            throw new ValidationException(TEXT_FIELD, "too_long", "has more than " + Banner.MAX_LENGTH + " characters");
        }
        if (CONTROL.matcher(text).find()) {
            throw new ValidationException(TEXT_FIELD, "invalid", "has control characters");
        }
        return text;
    }

    private static Level level(@Nullable JsonNode json) {
        return Stream.of(Level.values())
                .filter(level -> json != null && json.isString() && level.code().equals(json.getStringValue()))
                .findFirst()
                .orElseThrow(() ->
                        new ValidationException(FIELD + "." + LEVEL, "invalid", "must be info, warning or error"));
    }

    private static @Nullable Instant until(@Nullable JsonNode json) {
        if (json == null || json.isNull()) {
            return null;
        }
        try {
            Instant time = OffsetDateTime.parse(json.isString() ? json.getStringValue() : "")
                    .toInstant()
                    .truncatedTo(ChronoUnit.MILLIS);
            if (time.isAfter(Instant.EPOCH) && time.isBefore(END_OF_TIMES)) {
                return time;
            }
        } catch (DateTimeException notATime) {
            // told below
        }
        throw new ValidationException(FIELD + "." + UNTIL, "invalid", "must be a time like 2027-01-31T18:00:00Z");
    }
}
