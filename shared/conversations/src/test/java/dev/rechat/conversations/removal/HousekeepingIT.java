package dev.rechat.conversations.removal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.conversations.ConversationsHouse;
import dev.rechat.kernel.id.UserId;
import dev.rechat.kernel.task.Afterwards;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class HousekeepingIT {

    @AutoClose
    private final ConversationsHouse house = ConversationsHouse.open();

    private final Housekeeping housekeeping = house.bean(Housekeeping.class);
    private final UserId owner = house.person();

    @Test
    void takesAllThatIsDueInOneRound() {
        due(120);

        housekeeping.round();

        assertThat(house.conversations()).isEmpty();
        assertThat(house.noted()).hasSize(120);
        assertThat(house.stored("SELECT DISTINCT last_error FROM dify_deletions"))
                .as("the threads were worked off, too; their apps are nobody's")
                .contains("app_unknown");
    }

    @Test
    void lendsAHandEveryFiveMinutesAtMost() {
        due(1);
        housekeeping.lendAHand();
        settle();
        assertThat(house.conversations()).isEmpty();

        due(1);
        house.clock().forward(Duration.ofMinutes(5).minusMillis(1));
        housekeeping.lendAHand();
        settle();
        assertThat(house.conversations()).hasSize(1);

        house.clock().forward(Duration.ofMillis(1));
        housekeeping.lendAHand();
        settle();
        assertThat(house.conversations()).isEmpty();
    }

    @Test
    void doesNotMissWhatBecomesDueWhileItWorks() {
        for (int i = 0; i < 20; i++) {
            due(1);
            housekeeping.soon();
        }
        settle();

        assertThat(house.conversations()).isEmpty();
    }

    private void due(int many) {
        for (int i = 0; i < many; i++) {
            house.dueAt(
                    house.conversation(owner, house.ids().next().toString()).id(),
                    house.clock().instant());
        }
    }

    private void settle() {
        Afterwards afterwards = house.bean(Afterwards.class);
        assertThat(afterwards.settle(Duration.ofSeconds(30))).isTrue();
    }
}
