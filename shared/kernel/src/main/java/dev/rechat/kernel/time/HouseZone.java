package dev.rechat.kernel.time;

import java.time.ZoneId;
import java.util.Optional;

/** Where the house's days begin and end, as a setting has it: the name of a zone of the IANA database. */
public final class HouseZone {

    /** The setting that says where. */
    public static final String SETTING = "time_zone";

    /** Where no administrator has decided. */
    public static final ZoneId DEFAULT = ZoneId.of("UTC");

    private HouseZone() {}

    /** The zone of this name, as the database of zones spells it; empty for anything else, a mere offset, too. */
    public static Optional<ZoneId> named(String name) {
        return ZoneId.getAvailableZoneIds().contains(name) ? Optional.of(ZoneId.of(name)) : Optional.empty();
    }
}
