package dev.rechat.maintenance.runlog.load;

import dev.rechat.conversations.dify.DifyTargets;
import dev.rechat.dify.DifyException;
import dev.rechat.dify.DifyMode;
import dev.rechat.dify.DifyRuns;
import dev.rechat.maintenance.runlog.journey.Journey;
import dev.rechat.maintenance.runlog.journey.Journeys;
import dev.rechat.runlog.RunLogUnavailableException;
import dev.rechat.runlog.payload.Offloading;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Loads the runs of a workflow app that Dify has noted, the newest first. What is recorded already stays as it is. Whatever ends
 * it, the same wish again goes on where it was. Blocks; not to be called within a transaction.
 */
@Singleton
public final class RunLogImport {

    private final DifyRuns dify;
    private final DifyTargets targets;
    private final Journeys journeys;
    private final Offloading offloading;
    private final JsonMapper json;
    private final Clock clock;

    RunLogImport(
            DifyRuns dify,
            DifyTargets targets,
            Journeys journeys,
            Offloading offloading,
            JsonMapper json,
            Clock clock) {
        this.dify = dify;
        this.targets = targets;
        this.journeys = journeys;
        this.offloading = offloading;
        this.json = json;
        this.clock = clock;
    }

    /** Why nothing can be loaded of an app of this mode; empty where it can. */
    public static Optional<String> refusal(String mode) {
        return switch (DifyMode.of(mode)) {
            case WORKFLOW -> Optional.empty();
            case ADVANCED_CHAT -> Optional.of("Dify keeps no log of a chatflow's runs that its Service API would tell");
            case CHAT, AGENT_CHAT, AGENT, COMPLETION, UNKNOWN ->
                Optional.of("an app of the mode " + mode + " has no runs");
        };
    }

    /**
     * Does it.
     *
     * @param stop asked before each request
     * @param told how many more of Dify's log are done
     * @throws dev.rechat.maintenance.runlog.journey.TransferBusyException when another process is at it
     */
    public ImportReport load(ImportWish wish, BooleanSupplier stop, Consumer<Long> told) {
        Optional<String> refusal = refusal(wish.app().mode());
        Tally tally = new Tally();
        if (refusal.isPresent()) {
            return tally.report(wish.app().slug(), false, refusal.get());
        }
        try (Journey journey = journeys.begin(wish.key())) {
            if (wish.restart() || journey.state().finishedAt() != null) {
                journey.restart();
            }
            Translation translation =
                    new Translation(json, wish.tenant(), wish.app().id());
            Pages pages = new Pages(wish, journey, clock.instant());
            Loading loading = new Loading(
                    wish,
                    dify,
                    targets.of(wish.app()),
                    translation,
                    offloading,
                    new Pace(wish.perSecond(), stop),
                    tally);
            while (!pages.over()) {
                if (stop.getAsBoolean() || !loading.page(pages, stop)) {
                    return tally.report(wish.app().slug(), true, null);
                }
                told.accept(pages.lastSize());
            }
            journey.finish();
            return tally.report(wish.app().slug(), false, null);
        } catch (DifyException | RunLogUnavailableException failure) {
            return tally.report(wish.app().slug(), false, String.valueOf(failure.getMessage()));
        }
    }
}
