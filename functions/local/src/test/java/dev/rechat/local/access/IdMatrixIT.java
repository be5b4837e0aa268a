package dev.rechat.local.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.local.access.IdSlots.Attempt;
import dev.rechat.local.access.IdSlots.Slot;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * In every place where a request can name something, what belongs to somebody else is as if it did not exist: the answer
 * is that to an id which names nothing, the owner's rows stay as they are, and Dify hears nothing in the owner's name. An
 * administrator's eyes are no better.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class IdMatrixIT {

    private static final Pattern IDS = Pattern.compile("(form-)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern CURSOR = Pattern.compile("\"next_cursor\":\"[^\"]+\"");
    private static final String ADMINISTRATION = "/api/v1/admin/";

    private final AccessHouse house = AccessHouse.shared();
    private final People people = house.people();
    private final Person owner = people.account("USER");
    private final SampleApp app = SampleApp.create(house, people.the(Identity.ADMIN), owner);
    private final List<String> unknown = new ArrayList<>();
    private final List<Slot> slots = IdSlots.of(OpenApiDocument.operations(), unknown);

    @Test
    void everyParameterIsTriedOrIsNoId() {
        assertThat(unknown)
                .as("say in IdSlots how these are tried with somebody else's, or that they name nothing of anybody")
                .isEmpty();
        assertThat(slots).hasSizeGreaterThan(15);
    }

    @Test
    void whatIsSomebodyElsesIsAsIfItDidNotExist() {
        Belongings theirs = another(owner);
        List<String> before = ownersRows();
        long asked = askedForOwner();
        List<String> differences = new ArrayList<>();
        for (Slot slot : slots) {
            for (Identity identity : List.of(Identity.OTHER, Identity.ADMIN)) {
                if (identity == Identity.OTHER || !slot.operation().path().startsWith(ADMINISTRATION)) {
                    compare(slot, identity, theirs, differences);
                }
            }
            if (!ownersRows().equals(before)) {
                differences.add(slot + ": changed the owner's rows");
                before = ownersRows();
            }
        }
        assertThat(differences).isEmpty();
        assertThat(askedForOwner()).isEqualTo(asked);
    }

    private void compare(Slot slot, Identity identity, Belongings theirs, List<String> differences) {
        Person person = people.the(identity);
        Belongings mine = another(person);
        String unknownId = told(person, slot, mine, chosenByClients(slot) ? another(person) : theirs.nothing());
        String somebodyElses = told(person, slot, mine, theirs);
        if (!somebodyElses.equals(unknownId)) {
            differences.add("%s as %s: %s, but for an id that names nothing: %s"
                    .formatted(slot, identity.column(), somebodyElses, unknownId));
        }
    }

    /** Else the comparison above would say nothing. */
    @Test
    void theOwnerIsToldSomethingElseForEachOfThem() {
        List<String> alike = new ArrayList<>();
        for (Slot slot : slots) {
            if (isPlace(slot)) {
                continue;
            }
            boolean administration = slot.operation().path().startsWith(ADMINISTRATION);
            Person person = administration ? people.the(Identity.ADMIN) : owner;
            Belongings mine = another(person);
            String found = told(person, slot, mine, mine);
            Belongings untouched = another(person);
            if (found.equals(told(person, slot, untouched, untouched.nothing()))) {
                alike.add(slot + ": " + found);
            }
        }
        assertThat(alike).isEmpty();
    }

    private Belongings another(Person person) {
        return Belongings.of(house, person.id(), app);
    }

    /** Where an id is a place in an order, and need not be there. */
    private static boolean isPlace(Slot slot) {
        return slot.name().matches(".* (cursor|before|after)");
    }

    /** One's own is taken in the same way: only who chose the id, 74 random bits, can know it. */
    private static boolean chosenByClients(Slot slot) {
        return slot.name().endsWith(" turn_id");
    }

    /** Status and body, without what is different in every answer. */
    private String told(Person person, Slot slot, Belongings mine, Belongings theirs) {
        Attempt attempt = slot.attempt().apply(mine, theirs);
        HttpResponse<String> answer = house.send(
                person.token(),
                slot.operation().method(),
                attempt.path(),
                attempt.body(),
                slot.operation().multipart());
        String body = IDS.matcher(answer.body()).replaceAll("ID");
        // A place in a list of one's own may hold the place that the request named.
        return answer.statusCode() + " " + CURSOR.matcher(body).replaceAll("\"next_cursor\":\"…\"");
    }

    /** Every row of every table that says whose it is, and the account itself. */
    private List<String> ownersRows() {
        List<String> all = new ArrayList<>(house.rows("SELECT * FROM users WHERE id = ?", owner.id()));
        house.rows("SELECT table_name FROM information_schema.columns WHERE column_name = 'user_id'"
                        + " AND table_schema = DATABASE() ORDER BY table_name")
                .forEach(table -> house.rows("SELECT * FROM " + table + " WHERE user_id = ? ORDER BY 1, 2", owner.id())
                        .forEach(row -> all.add(table + " " + row)));
        all.addAll(house.rows(
                "SELECT * FROM turn_events WHERE turn_id IN (SELECT id FROM turns WHERE user_id = ?) ORDER BY 1, 2",
                owner.id()));
        return all;
    }

    private long askedForOwner() {
        return house.dify.requests().stream()
                .filter(request -> request.body().contains(owner.id())
                        || request.request().toString().contains(owner.id()))
                .count();
    }
}
