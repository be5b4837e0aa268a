package dev.rechat.usage.budget;

import static dev.rechat.usage.budget.BudgetHouse.tokens;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.BudgetId;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.usage.ledger.TurnCost;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two processes, one database, everybody at the same moment. */
@Timeout(300)
class ManyAtOnceIT {

    @AutoClose
    private final BudgetHouse here = BudgetHouse.open();

    @AutoClose
    private final BudgetHouse there = here.another();

    private final AppId app = here.app();

    /** As many as both pools have connections; the others follow on their heels. */
    private static final int CALLERS = 40;

    private static <T> List<T> atOnce(List<Callable<T>> actions) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(CALLERS)) {
            List<Future<T>> answers = new ArrayList<>();
            for (Callable<T> action : actions) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return action.call();
                }));
            }
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> answer : answers) {
                results.add(answer.get());
            }
            return results;
        }
    }

    private boolean letIn(int i, UserId who) {
        try {
            (i % 2 == 0 ? here : there).begin(who, app);
            return true;
        } catch (RefusedException exhausted) {
            return false;
        }
    }

    private long letInOf200() throws Exception {
        List<UserId> people = List.of(here.person(), here.person(), here.person(), here.person(), here.person());
        List<Callable<Boolean>> turns = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            int turn = i;
            turns.add(() -> letIn(turn, people.get(turn % people.size())));
        }
        return atOnce(turns).stream().filter(in -> in).count();
    }

    @Test
    void oneOf200TurnsGetsTheLastToken() throws Exception {
        BudgetId budget = here.budget(NewBudget.tokens(1000, 200));
        here.end(here.begin(here.person(), app), tokens(999));

        assertThat(letInOf200()).isEqualTo(1);

        assertThat(here.counter(budget)).isEqualTo("999 999 1");
    }

    /** No counter is there when they begin. */
    @Test
    void sevenOf200TurnsGetTheFirstSeven() throws Exception {
        BudgetId turns = here.budget(NewBudget.turns(7));
        BudgetId wide = here.budget(NewBudget.tokens(1_000_000, 10).aMonth());
        here.budget(NewBudget.turns(100).each());

        assertThat(letInOf200()).isEqualTo(7);

        assertThat(here.counter(turns)).isEqualTo("0 7 0");
        assertThat(here.counter(wide)).isEqualTo("0 70 0");
        assertThat(here.wrongCounters()).isEmpty();
    }

    @Test
    void countersAreTheSumsOfTheirChargesWhateverHappens() throws Exception {
        UserId ada = here.person();
        UserId bob = here.person();
        AppId other = here.app();
        here.budget(NewBudget.tokens(100_000, 10).aMonth());
        here.budget(NewBudget.turns(60).each());
        here.budget(NewBudget.money("USD", "0.5", "0.01").forApp(app));
        here.budget(NewBudget.tokens(5_000, 10).forGroup(here.group(bob)).each());
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            Random random = new Random(i);
            BudgetHouse where = i % 2 == 0 ? here : there;
            work.add(() -> work(where, random, List.of(ada, bob), List.of(app, other)));
        }

        atOnce(work);

        assertThat(here.wrongCounters()).isEmpty();
        here.bean(BudgetHousekeeping.class).settleOrphans(1000);
        assertThat(here.wrongCounters()).isEmpty();
        assertThat(here.rows("SELECT reserved FROM budget_counters WHERE reserved <> 0"))
                .isEmpty();
        assertThat(here.rows("SELECT COUNT(*) > 100 FROM budget_charges")).containsExactly("1");
    }

    private static boolean work(BudgetHouse where, Random random, List<UserId> people, List<AppId> apps) {
        for (int i = 0; i < 25; i++) {
            UserId who = people.get(random.nextInt(people.size()));
            AppId what = apps.get(random.nextInt(apps.size()));
            TurnId turn;
            try {
                turn = where.begin(who, what);
            } catch (RefusedException exhausted) {
                continue;
            }
            switch (random.nextInt(5)) {
                case 0 -> where.end(turn, new Spending(true, TurnCost.UNTOLD));
                case 1 -> where.sql("DELETE FROM turns WHERE id = ?", turn);
                case 2 -> {
                    where.end(turn, Spending.UNKNOWN);
                    where.end(turn, tokens(random.nextInt(300)));
                }
                case 3 -> where.end(turn, BudgetHouse.price("0.00" + random.nextInt(1, 99), "USD"));
                default -> where.end(turn, tokens(random.nextInt(300)));
            }
        }
        return true;
    }
}
