package dev.rechat.accounts.setting;

import dev.rechat.kernel.error.ValidationException;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;

/** How the values of a setting look on the wire and in the database. */
sealed interface Form<T> permits Form.Switch, Form.Choice, Form.Domains, BannerForm, DaysForm, ZoneForm {

    String FIELD = "value";

    /** What a client shows: {@code choice}, {@code switch}, {@code domains}, {@code number}, {@code zone} or {@code banner}. */
    String name();

    /** What a client offers; empty where that is not a short list. */
    default List<String> options() {
        return List.of();
    }

    /** The smallest number; empty for what is none. */
    default OptionalInt min() {
        return OptionalInt.empty();
    }

    /** The largest number; empty for what is none. */
    default OptionalInt max() {
        return OptionalInt.empty();
    }

    /** @throws ValidationException when this is no such value */
    T read(JsonNode json);

    JsonNode write(T value);

    /** On or off. */
    record Switch() implements Form<Boolean> {

        @Override
        public String name() {
            return "switch";
        }

        @Override
        public Boolean read(JsonNode json) {
            if (!json.isBoolean()) {
                throw new ValidationException(FIELD, "invalid", "must be true or false");
            }
            return json.getBooleanValue();
        }

        @Override
        public JsonNode write(Boolean value) {
            return JsonNode.createBooleanNode(value);
        }
    }

    /** One of a few values, each known by its code. */
    record Choice<T>(List<T> values, Function<T, String> code) implements Form<T> {

        public Choice {
            values = List.copyOf(values);
        }

        @Override
        public String name() {
            return "choice";
        }

        @Override
        public List<String> options() {
            return values.stream().map(code).toList();
        }

        @Override
        public T read(JsonNode json) {
            for (T value : values) {
                if (json.isString() && code.apply(value).equals(json.getStringValue())) {
                    return value;
                }
            }
            throw new ValidationException(FIELD, "invalid", "must be one of " + String.join(", ", options()));
        }

        @Override
        public JsonNode write(T value) {
            return JsonNode.createStringNode(code.apply(value));
        }
    }

    /** Names of domains, in lower case, each once, in the order given. */
    record Domains() implements Form<List<String>> {

        private static final int MOST = 100;
        private static final int LONGEST = 253;

        /** As the domain of an e-mail address (WHATWG HTML, 4.10.5.1.5), with a dot in it. */
        private static final Pattern DOMAIN =
                Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+");

        @Override
        public String name() {
            return "domains";
        }

        @Override
        public List<String> read(JsonNode json) {
            if (!json.isArray() || json.size() > MOST) {
                throw new ValidationException(FIELD, "invalid", "must be a list of at most " + MOST + " domains");
            }
            List<String> domains = new ArrayList<>();
            for (JsonNode each : json.values()) {
                String domain = each.isString() ? each.getStringValue().strip().toLowerCase(Locale.ROOT) : "";
                if (domain.length() > LONGEST || !DOMAIN.matcher(domain).matches()) {
                    throw new ValidationException(
                            FIELD, "invalid", "holds something else than domains like example.org");
                }
                if (!domains.contains(domain)) {
                    domains.add(domain);
                }
            }
            return List.copyOf(domains);
        }

        @Override
        public JsonNode write(List<String> value) {
            return JsonNode.createArrayNode(
                    value.stream().map(JsonNode::createStringNode).toList());
        }
    }
}
