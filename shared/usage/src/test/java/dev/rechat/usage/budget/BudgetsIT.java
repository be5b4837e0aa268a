package dev.rechat.usage.budget;

import static dev.rechat.usage.budget.BudgetHouse.price;
import static dev.rechat.usage.budget.BudgetHouse.tokens;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.BudgetId;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.budget.BudgetRepository;
import dev.rechat.persistence.maintenance.ExpiredRepository;
import dev.rechat.usage.ledger.TurnCost;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class BudgetsIT {

    private static final Spending REFUSED = new Spending(true, TurnCost.UNTOLD);

    @AutoClose
    private final BudgetHouse house = BudgetHouse.open();

    private final UserId ada = house.person();
    private final UserId bob = house.person();
    private final AppId app = house.app();

    private RefusedException refusal(UserId who, AppId what) {
        return catchThrowableOfType(RefusedException.class, () -> house.begin(who, what));
    }

    private void assertLetIn(UserId who) {
        house.end(house.begin(who, app), tokens(1));
    }

    private void assertRefused(UserId who) {
        assertThat(refusal(who, app).code()).isEqualTo(ErrorCode.BUDGET_EXHAUSTED);
    }

    @Test
    void takesNothingWhereThereIsNoBudget() {
        house.end(house.begin(ada, app), tokens(1_000_000));

        assertThat(house.rows("SELECT turn_id FROM budget_charges")).isEmpty();
    }

    @Test
    void reservesWhatTheBudgetSaysUntilATurnHasEnded() {
        BudgetId budget = house.budget(NewBudget.tokens(1000, 200));

        TurnId turn = house.begin(ada, app);

        assertThat(house.counter(budget)).isEqualTo("0 200 0");
        house.end(turn, tokens(70));
        assertThat(house.counter(budget)).isEqualTo("70 0 1");
    }

    @Test
    void reservesWhatTurnsHaveCostOnAverage() {
        BudgetId budget = house.budget(NewBudget.tokens(1000, 200));
        house.end(house.begin(ada, app), tokens(60));
        house.end(house.begin(bob, app), tokens(100));

        house.begin(ada, app);

        assertThat(house.counter(budget)).isEqualTo("160 80 2");
    }

    @Test
    void letsInWhileSomethingIsLeftAndNoLonger() {
        BudgetId budget = house.budget(NewBudget.tokens(100, 60));
        TurnId first = house.begin(ada, app);
        TurnId second = house.begin(bob, app);

        assertRefused(ada);
        assertThat(house.counter(budget)).isEqualTo("0 120 0");

        house.end(first, tokens(10));
        house.end(second, tokens(10));
        assertThat(house.counter(budget)).isEqualTo("20 0 2");
        house.end(house.begin(ada, app), tokens(500));
        assertRefused(ada);
    }

    @Test
    void tellsWhatIsLeftAndWhenItBeginsAnew() {
        house.budget(NewBudget.tokens(100, 60));
        house.end(house.begin(ada, app), tokens(40));
        house.begin(ada, app);
        house.begin(ada, app);

        RefusedException refused = refusal(bob, app);

        assertThat(refused.members())
                .containsEntry("budget", "The budget")
                .containsEntry("measure", "tokens")
                .containsEntry("limit", "100")
                .containsEntry("used", "40")
                .containsEntry("reserved", "80")
                .containsEntry("left", "0")
                .containsEntry("period", "day")
                .containsEntry("resets_at", "2026-04-01T00:00:00.000Z")
                .doesNotContainKey("currency");
        assertThat(refused.retryAfter()).as("only running turns hold it").contains(Duration.ofSeconds(5));
    }

    @Test
    void tellsToComeBackWhenItBeginsAnewWhereItIsUsedUp() {
        house.budget(NewBudget.tokens(100, 60));
        house.budget(NewBudget.tokens(60, 60).aMonth());
        TurnId first = house.begin(ada, app);
        house.end(first, tokens(100));

        RefusedException usedUp = refusal(bob, app);

        assertThat(usedUp.retryAfter()).contains(Duration.ofHours(12));
        house.at("2026-03-31T23:59:58Z");
        assertThat(refusal(bob, app).retryAfter()).contains(Duration.ofSeconds(2));
    }

    @Test
    void tellsOfABudgetThatIsUsedUpBeforeOneThatIsHeld() {
        house.at("2026-03-10T12:00:00Z");
        house.budget(NewBudget.turns(1));
        assertLetIn(bob);
        house.budget(NewBudget.tokens(60, 60).aMonth());
        house.sql("UPDATE budget_counters SET used = 0");
        house.begin(ada, app);
        house.sql(
                "UPDATE budget_counters k JOIN budgets b ON b.id = k.budget_id SET k.used = 1 WHERE b.period = 'DAY'");

        assertThat(refusal(ada, app).members()).containsEntry("period", "day");
    }

    @Test
    void tellsWithoutReservingWhetherAnythingIsLeft() {
        Budgets budgets = house.bean(Budgets.class);
        BudgetId budget = house.budget(NewBudget.turns(1).each());
        Instant now = Instant.parse("2026-03-31T12:00:00Z");

        budgets.requireLeft(ada, app, now);
        assertThat(house.counters(budget)).isEmpty();
        assertLetIn(ada);

        assertThat(catchThrowableOfType(RefusedException.class, () -> budgets.requireLeft(ada, app, now))
                        .code())
                .isEqualTo(ErrorCode.BUDGET_EXHAUSTED);
        budgets.requireLeft(bob, app, now);
        assertThat(house.counters(budget)).containsExactly("1 0 1");
    }

    @Test
    void storesNothingOfATurnThatItRefuses() {
        BudgetId free = house.budget(NewBudget.turns(10));
        house.budget(NewBudget.turns(0));

        assertRefused(ada);

        assertThat(house.rows("SELECT id FROM turns")).isEmpty();
        assertThat(house.rows("SELECT turn_id FROM budget_charges")).isEmpty();
        assertThat(house.counters(free)).isEmpty();
    }

    @Test
    void tellsOfTheBudgetThatLastsLongest() {
        house.budget(NewBudget.turns(0).aMonth());
        house.budget(NewBudget.turns(0));

        house.at("2026-03-10T12:00:00Z");

        assertThat(refusal(ada, app).members()).containsEntry("resets_at", "2026-04-01T00:00:00.000Z");
    }

    @Test
    void takesNothingForWhatDifyRefused() {
        BudgetId budget = house.budget(NewBudget.turns(1));

        house.end(house.begin(ada, app), REFUSED);

        assertThat(house.counter(budget)).isEqualTo("0 0 0");
        assertLetIn(ada);
        assertRefused(ada);
    }

    @Test
    void takesWhatWasReservedWhereDifyHasToldNothing() {
        BudgetId budget = house.budget(NewBudget.tokens(1000, 200));

        house.end(house.begin(ada, app), Spending.UNKNOWN);

        assertThat(house.counter(budget)).isEqualTo("200 0 1");
    }

    @Test
    void correctsByTheDifferenceWhenATurnEndsTwice() {
        BudgetId budget = house.budget(NewBudget.tokens(1000, 200));
        TurnId turn = house.begin(ada, app);
        house.end(turn, Spending.UNKNOWN);

        house.end(turn, tokens(70));
        assertThat(house.counter(budget)).isEqualTo("70 0 1");

        house.end(turn, Spending.UNKNOWN);
        assertThat(house.counter(budget)).isEqualTo("70 0 1");
    }

    @Test
    void countsOnlyPricesInItsCurrency() {
        BudgetId dollars = house.budget(NewBudget.money("USD", "1", "0.01"));
        BudgetId yuan = house.budget(NewBudget.money("RMB", "1", "0.05"));

        house.end(house.begin(ada, app), price("0.00123", "USD"));

        assertThat(house.counter(dollars)).isEqualTo("0.00123 0 1");
        assertThat(house.counter(yuan)).isEqualTo("0 0 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no currency at all"})
    void takesWhatWasReservedForAPriceInNoCurrency(String currency) {
        BudgetId dollars = house.budget(NewBudget.money("USD", "1", "0.01"));

        house.end(house.begin(ada, app), price("0.00123", currency));
        assertThat(house.counter(dollars)).isEqualTo("0.01 0 1");

        house.end(house.begin(ada, app), price("0", currency));
        assertThat(house.counter(dollars)).isEqualTo("0.01 0 1");
    }

    @Test
    void givesEverybodyTheWholeAmountWherePerPerson() {
        house.budget(NewBudget.turns(1).each());

        assertLetIn(ada);
        assertRefused(ada);
        assertLetIn(bob);
        assertRefused(bob);
    }

    @Test
    void letsAllShareWhereNotPerPerson() {
        house.budget(NewBudget.turns(1));

        assertLetIn(ada);
        assertRefused(bob);
    }

    @Test
    void bindsOnlyThePersonGroupAndAppItNames() {
        UserId outside = house.person();
        AppId other = house.app();
        house.budget(NewBudget.turns(0).forUser(bob).forApp(other));
        house.budget(NewBudget.turns(0).forGroup(house.group(ada)).forApp(other));

        assertThat(refusal(bob, other)).isNotNull();
        assertThat(refusal(ada, other)).isNotNull();
        assertLetIn(ada);
        assertLetIn(bob);
        house.begin(outside, other);
    }

    @Test
    void bindsWhoIsInTheGroupAtThatMoment() {
        var group = house.group(ada);
        house.budget(NewBudget.turns(0).forGroup(group));
        assertRefused(ada);

        house.sql("UPDATE group_members SET user_id = ? WHERE group_id = ?", bob, group);

        assertLetIn(ada);
        assertRefused(bob);
    }

    @Test
    void bindsNobodyWhileItIsSwitchedOff() {
        BudgetId budget = house.budget(NewBudget.turns(0));

        house.bean(BudgetRepository.class).disable(budget, Instant.parse("2026-03-31T12:00:00Z"));

        assertLetIn(ada);
    }

    @Test
    void beginsAnewWithTheDay() {
        BudgetId budget = house.budget(NewBudget.turns(1));
        assertLetIn(ada);

        house.at("2026-03-31T23:59:59.999Z");
        assertRefused(ada);
        house.at("2026-04-01T00:00:00Z");

        assertLetIn(ada);
        assertThat(house.counters(budget)).containsExactly("1 0 1", "1 0 1");
    }

    @Test
    void beginsAnewWithTheMonth() {
        house.budget(NewBudget.turns(1).aMonth());
        house.at("2026-02-01T00:00:00Z");
        assertLetIn(ada);

        house.at("2026-02-28T23:59:59.999Z");
        assertRefused(ada);
        house.at("2026-03-01T00:00:00Z");

        assertLetIn(ada);
    }

    @Test
    void goesByTheDayOfTheHouse() {
        house.moveTo("Asia/Shanghai");
        house.budget(NewBudget.turns(1));
        house.at("2026-03-31T15:59:59Z");
        assertLetIn(ada);
        assertThat(refusal(ada, app).members()).containsEntry("resets_at", "2026-03-31T16:00:00.000Z");

        house.at("2026-03-31T16:00:00Z");

        assertLetIn(ada);
    }

    @Test
    void settlesInThePeriodInWhichTheTurnBegan() {
        BudgetId budget = house.budget(NewBudget.tokens(1000, 200));
        house.at("2026-03-31T23:59:00Z");
        TurnId late = house.begin(ada, app);

        house.at("2026-04-01T00:01:00Z");
        house.end(late, tokens(70));

        assertThat(house.counters(budget)).containsExactly("70 0 1");
        assertThat(house.rows("SELECT period_start FROM budget_counters")).containsExactly("2026-03-31");
    }

    @Test
    void forgetsChargesOfBudgetsThatAreDeletedMeanwhile() {
        BudgetId gone = house.budget(NewBudget.turns(5));
        BudgetId stays = house.budget(NewBudget.turns(5));
        TurnId turn = house.begin(ada, app);

        house.bean(BudgetRepository.class).delete(gone);
        house.end(turn, tokens(1));

        assertThat(house.counters(gone)).isEmpty();
        assertThat(house.counter(stays)).isEqualTo("1 0 1");
    }

    @Test
    void settlesTurnsThatAreGoneOrEndedWithoutBeingSettled() {
        BudgetId budget = house.budget(NewBudget.tokens(1000, 200));
        TurnId gone = house.begin(ada, app);
        TurnId ended = house.begin(ada, app);
        TurnId running = house.begin(ada, app);
        house.sql("DELETE FROM turns WHERE id = ?", gone);
        house.sql("UPDATE turns SET status = 'INTERRUPTED', running_in = NULL WHERE id = ?", ended);
        BudgetHousekeeping housekeeping = house.bean(BudgetHousekeeping.class);

        assertThat(housekeeping.countOrphans(10)).isEqualTo(2);
        assertThat(housekeeping.settleOrphans(1)).isEqualTo(1);
        assertThat(housekeeping.settleOrphans(10)).isEqualTo(1);
        assertThat(housekeeping.settleOrphans(10)).isZero();

        assertThat(house.counter(budget)).isEqualTo("400 200 2");
        house.end(running, tokens(10));
        house.end(ended, tokens(10));
        assertThat(house.counter(budget)).isEqualTo("220 0 3");
    }

    @Test
    void settlesAChargeWhoseCounterIsGoneAndOffersItNoMore() {
        house.budget(NewBudget.tokens(1000, 200));
        TurnId gone = house.begin(ada, app);
        house.sql("DELETE FROM turns WHERE id = ?", gone);
        house.sql("DELETE FROM budget_counters");
        BudgetHousekeeping housekeeping = house.bean(BudgetHousekeeping.class);

        assertThat(housekeeping.settleOrphans(10)).isEqualTo(1);

        assertThat(housekeeping.countOrphans(10)).isZero();
        assertThat(housekeeping.settleOrphans(10)).isZero();
        assertThat(house.rows("SELECT settled FROM budget_charges")).containsExactly("1");
    }

    @Test
    void leavesWhatIsSettledWhereOnlyWhatIsOpenIsToBe() {
        BudgetId budget = house.budget(NewBudget.tokens(1000, 200));
        TurnId turn = house.begin(ada, app);
        Settlement settlement = house.bean(Settlement.class);

        assertThat(settlement.settleOpen(turn, tokens(70))).isTrue();
        assertThat(settlement.settleOpen(turn, tokens(700))).isFalse();

        assertThat(house.counter(budget)).isEqualTo("70 0 1");
    }

    @Test
    void keepsEveryChargeOfAPeriodThatIsStillShown() {
        house.at("2026-03-20T12:00:00Z");
        house.budget(NewBudget.turns(5).aMonth());
        assertLetIn(ada);
        BudgetHousekeeping housekeeping = house.bean(BudgetHousekeeping.class);

        assertThat(housekeeping.prune(LocalDate.parse("2026-03-01"), 10)).isZero();
        assertThat(housekeeping.prune(LocalDate.parse("2026-03-02"), 10)).isEqualTo(1);
    }

    @Test
    void keepsACounterAsLongAsItsCharges() {
        BudgetId budget = house.budget(NewBudget.turns(5));
        TurnId open = house.begin(ada, app);
        ExpiredRepository expired = house.bean(ExpiredRepository.class);
        LocalDate later = LocalDate.parse("2026-05-01");

        assertThat(expired.countCounters(later)).isZero();
        assertThat(expired.removeCounters(later, 10)).isZero();
        house.end(open, tokens(1));
        assertThat(expired.countCounters(later)).isEqualTo(1);
        assertThat(expired.removeCounters(later, 10)).isZero();
        house.bean(BudgetHousekeeping.class).prune(later, 10);

        assertThat(expired.removeCounters(later, 10)).isEqualTo(1);
        assertThat(house.counters(budget)).isEmpty();
    }

    @Test
    void prunesOldChargesAndKeepsWhatTheyCameTo() {
        BudgetId budget = house.budget(NewBudget.turns(5));
        assertLetIn(ada);
        assertLetIn(bob);
        house.forward(Duration.ofDays(90));
        house.begin(ada, app);
        BudgetHousekeeping housekeeping = house.bean(BudgetHousekeeping.class);
        LocalDate before = LocalDate.parse("2026-05-01");

        assertThat(housekeeping.countPrunable(before, 10)).isEqualTo(2);
        assertThat(housekeeping.prune(before, 1)).isEqualTo(1);
        assertThat(housekeeping.prune(before, 10)).isEqualTo(1);

        assertThat(house.counters(budget)).containsExactly("2 0 2", "0 1 0");
        assertThat(house.rows("SELECT turn_id FROM budget_charges")).hasSize(1);
    }

    @Test
    void showsAPersonWhatBindsThem() {
        AppId hidden = house.app();
        house.sql("UPDATE dify_apps SET visible_to = 'GROUPS' WHERE id = ?", hidden);
        house.budget(NewBudget.turns(5).forUser(bob));
        house.budget(NewBudget.turns(5).forApp(hidden));
        BudgetId shared = house.budget(NewBudget.tokens(1000, 200).aMonth());
        BudgetId own = house.budget(NewBudget.turns(3).each());
        house.end(house.begin(bob, app), tokens(100));
        house.end(house.begin(ada, app), tokens(50));

        var mine = house.bean(OwnBudgets.class).list(ada, "", 10);

        assertThat(mine).extracting(standing -> standing.budget().id()).containsExactly(shared, own);
        assertThat(mine)
                .extracting(standing -> BudgetStanding.text(standing.left()))
                .containsExactly("850", "2");
        assertThat(mine.getFirst().resetsAt()).isEqualTo(Instant.parse("2026-04-01T00:00:00Z"));
    }
}
