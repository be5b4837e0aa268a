package dev.rechat.accounts.setting;

import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.time.HouseZone;
import io.micronaut.json.tree.JsonNode;
import java.time.ZoneId;
import java.util.Optional;

/** A zone of the IANA database, by its name. */
record ZoneForm() implements Form<ZoneId> {

    @Override
    public String name() {
        return "zone";
    }

    @Override
    public ZoneId read(JsonNode json) {
        return Optional.of(json)
                .filter(JsonNode::isString)
                .flatMap(name -> HouseZone.named(name.getStringValue().strip()))
                .orElseThrow(() -> new ValidationException(
                        FIELD, "invalid", "must be the name of a time zone, such as UTC or Europe/Berlin"));
    }

    @Override
    public JsonNode write(ZoneId value) {
        return JsonNode.createStringNode(value.getId());
    }
}
