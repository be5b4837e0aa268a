package dev.rechat.persistence.account;

import static dev.rechat.persistence.TestPersistence.bean;
import static dev.rechat.persistence.TestPersistence.connect;
import static dev.rechat.persistence.TestPersistence.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rechat.kernel.account.Role;
import dev.rechat.persistence.Rows;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.persistence.conversation.MessageRepository;
import dev.rechat.persistence.database.DuplicateKeyException;
import dev.rechat.persistence.turn.TurnRepository;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UserRepositoryIT {

    private final UserRepository users = bean(UserRepository.class);

    @ParameterizedTest
    @EnumSource
    void findsWhatWasSaved(Role role) {
        User ada = Rows.user();
        User user = new User(
                ada.id(),
                ada.email(),
                "hash",
                "Ada 艾达 👩🏽‍💻",
                role,
                false,
                "zh-CN",
                null,
                Rows.NOON,
                Rows.NOON.plusMillis(1));

        users.save(user);

        assertThat(users.findById(user.id())).contains(user);
        assertThat(users.findByEmail(user.email())).contains(user);
    }

    @Test
    void keepsIdAsReadableText() throws SQLException {
        User user = users.save(Rows.user());

        assertThat(stored("SELECT id FROM users WHERE email = ?", user.email()))
                .isEqualTo(user.id().toString());
        assertThat(stored("SELECT role FROM users WHERE id = ?", user.id())).isEqualTo("USER");
    }

    /** The column is ascii and the text that it is compared with is not: that must not keep the server off the key. */
    @Test
    void findsAnIdThroughItsKey() throws SQLException {
        User user = users.save(Rows.user());

        try (var connection = connect();
                var explain = connection.prepareStatement("EXPLAIN SELECT email FROM users WHERE id = ?")) {
            explain.setString(1, user.id().toString());
            try (var plan = explain.executeQuery()) {
                assertThat(plan.next()).isTrue();
                assertThat(plan.getString("key")).isEqualTo("PRIMARY");
                assertThat(plan.getString("type")).isEqualTo("const");
            }
        }
    }

    @Test
    void findsNobodyForUnknownIdOrEmail() {
        assertThat(users.findById(Rows.IDS.nextUserId())).isEmpty();
        assertThat(users.findByEmail("nobody@例え.jp")).isEmpty();
    }

    @Test
    void tellsThatAnEmailIsTaken() {
        User first = users.save(Rows.user());
        User other = Rows.user();
        User second =
                new User(other.id(), first.email(), "hash", "Eve", Role.USER, true, "en", null, Rows.NOON, Rows.NOON);

        var failure = catchThrowableOfType(DuplicateKeyException.class, () -> users.save(second));

        assertThat(failure.violates(UserRepository.EMAIL_KEY)).isTrue();
        assertThat(failure).hasMessageNotContaining(first.email());
        assertThat(users.findById(second.id())).isEmpty();
    }

    @Test
    void namesTheKeyWhateverTheValueSays() {
        User user = Rows.user();
        User misleading = new User(
                user.id(),
                user.id() + "' for key 'PRIMARY'",
                "h",
                "E",
                Role.USER,
                true,
                "en",
                null,
                Rows.NOON,
                Rows.NOON);
        users.save(misleading);
        User again = new User(
                Rows.IDS.nextUserId(), misleading.email(), "h", "E", Role.USER, true, "en", null, Rows.NOON, Rows.NOON);

        var failure = catchThrowableOfType(DuplicateKeyException.class, () -> users.save(again));

        assertThat(failure.violates(UserRepository.EMAIL_KEY)).isTrue();
        assertThat(failure.violates("PRIMARY")).isFalse();
    }

    @Test
    void changesOnlyTheHashOfOneUser() {
        User user = users.save(Rows.user());
        User other = users.save(Rows.user());

        assertThat(users.resetPassword(user.id(), "better", Rows.NOON)).isEqualTo(1);

        assertThat(users.findById(user.id()).orElseThrow().passwordHash()).isEqualTo("better");
        assertThat(users.findById(other.id())).contains(other);
        assertThat(users.resetPassword(Rows.IDS.nextUserId(), "better", Rows.NOON))
                .isZero();
    }

    @Test
    void deletingAUserDeletesAllThatIsTheirs() throws SQLException {
        var owner = users.save(Rows.user()).id();
        Conversation conversation = Rows.savedConversation(owner);
        bean(MessageRepository.class).save(Rows.message(conversation, "hello"));
        bean(TurnRepository.class).save(Rows.turn(conversation));
        bean(RefreshTokenRepository.class).save(Rows.refreshToken(owner));

        try (var connection = connect();
                var delete = connection.prepareStatement("DELETE FROM users WHERE id = ?")) {
            delete.setString(1, owner.toString());
            assertThat(delete.executeUpdate()).isEqualTo(1);
        }

        for (String table : new String[] {"conversations", "messages", "turns", "refresh_tokens"}) {
            assertThat(stored("SELECT COUNT(*) FROM " + table + " WHERE user_id = ?", owner))
                    .as(table)
                    .isEqualTo("0");
        }
    }
}
