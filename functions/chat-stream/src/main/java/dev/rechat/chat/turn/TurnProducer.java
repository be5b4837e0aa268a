package dev.rechat.chat.turn;

import dev.rechat.chat.event.TurnEvent;
import dev.rechat.chat.feed.TurnFeed;
import dev.rechat.chat.journal.JournaledTurn;
import dev.rechat.chat.runlog.Recording;
import dev.rechat.chat.runlog.RunEnd;
import dev.rechat.chat.title.Naming;
import dev.rechat.chat.translate.DifyIds;
import dev.rechat.chat.translate.Display;
import dev.rechat.dify.DifyEvent;
import dev.rechat.dify.DifyException;
import dev.rechat.dify.DifyStream;
import dev.rechat.dify.DifyStreamCutException;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.kernel.log.LogField;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.turn.Turn;
import dev.rechat.persistence.turn.TurnStatus;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Makes one answer: pulls Dify's events and appends ours to the feed. Whether anybody reads the feed does not matter to
 * it, nor does the database.
 */
final class TurnProducer implements Runnable, JournaledTurn {

    private static final Logger LOG = LoggerFactory.getLogger(TurnProducer.class);

    /** A Dify that breaks off more often than this within one turn does so for a reason of its own. */
    private static final int MOST_MENDED = 4;

    private final Turn turn;
    private final App app;
    private final Display display;
    private final TurnFeed feed;
    private final Naming naming;
    private final Caller caller;
    private final int toldBefore;
    private final ProducerTools tools;
    private final Recording recording;
    private final AtomicReference<Cut> cut = new AtomicReference<>(Cut.NONE);
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final CountDownLatch relayed = new CountDownLatch(1);
    private volatile Source source;
    private int mended;
    private boolean awaitsText;
    private boolean taskNamed;
    private volatile boolean stopAsked;
    private volatile boolean hurried;

    TurnProducer(TurnProducers.Job job, ProducerTools tools) {
        this.turn = job.turn();
        this.app = job.app();
        this.display = Display.of(job.app());
        this.source = job.source();
        this.feed = job.feed();
        this.naming = job.naming();
        this.caller = job.caller();
        this.toldBefore = job.written();
        this.awaitsText = job.written() == 0;
        this.tools = tools;
        this.recording =
                tools.recorders().of(job.turn(), job.app(), job.caller().source());
    }

    @Override
    public void run() {
        tools.signals().told(feed.size() - toldBefore);
        ErrorCode broken = relay();
        relayed.countDown();
        switch (cut.get()) {
            case LOST -> {
                recording.left();
                settleIfRemoved();
                feed.close();
            }
            case HANDED_OVER -> {
                recording.left();
                if (!tools.handovers().handOver(this, turn)) {
                    settleIfRemoved();
                }
            }
            case TOO_LONG, INTERRUPTED -> {
                askDifyToStop();
                end(broken);
            }
            case NONE, STOP_UNCONFIRMED -> end(broken);
        }
    }

    /** @return what broke the stream off, or null when Dify or we ended it */
    private @Nullable ErrorCode relay() {
        try {
            for (boolean goesOn = true; goesOn; ) {
                goesOn = pull(source);
            }
            return null;
        } catch (DifyException failure) {
            LOG.warn("turn {}: {}", turn.id(), failure.getMessage());
            return DifyFailures.code(failure);
        } catch (CancellationException | InterruptedException interrupted) {
            cut(Cut.INTERRUPTED);
            return null;
        } catch (RuntimeException ourFault) { // the thread's entry point: whatever breaks, the turn must end
            LOG.error("turn {} failed", turn.id(), ourFault);
            return ErrorCode.INTERNAL_ERROR;
        }
    }

    /** @return whether the connection broke and the run goes on in another */
    private boolean pull(Source from) throws InterruptedException {
        long limit = tools.configuration().maxBytes();
        try (DifyStream stream = from.stream()) {
            for (DifyEvent event = stream.next(); event != null; event = stream.next()) {
                recording.take(event);
                List<TurnEvent> told = display.of(from.translation().translate(event));
                told.forEach(feed::append);
                naming.begin(difyIds().conversation());
                note(told);
                if (feed.bytes() > limit) {
                    cut(Cut.TOO_LONG);
                }
            }
            return false;
        } catch (DifyStreamCutException broken) {
            LOG.warn("turn {}: {}", turn.id(), broken.getMessage());
            if (++mended > MOST_MENDED) {
                throw broken;
            }
            source = tools.following()
                    .again(app, turn.userId(), from, feed, () -> cut.get() == Cut.NONE)
                    .orElseThrow(() -> broken);
            recording.followed();
            if (cut.get() != Cut.NONE) {
                source.stream().close();
            }
            return true;
        }
    }

    private void note(List<TurnEvent> told) {
        tools.signals().told(told.size());
        if (awaitsText && TurnSignals.hasText(told)) {
            awaitsText = false;
            tools.signals().firstText(turn);
        }
        String task = taskNamed ? null : difyIds().task();
        if (task != null) {
            taskNamed = true;
            MDC.put(LogField.DIFY_TASK_ID, task);
        }
    }

    private void settleIfRemoved() {
        tools.removed().settle(turn, difyIds(), source.translation().usage(), this::askDifyToStop);
    }

    private void end(@Nullable ErrorCode broken) {
        TurnEnd end = TurnEnd.of(source.translation().ending(), cut.get(), broken, stopAsked);
        var remains = Remains.of(turn, source.translation(), naming, caller.requestId());
        recording.ended(wasStopped(end) ? RunEnd.STOPPED : RunEnd.BROKEN);
        tools.ending().end(feed, remains, end, () -> hurried);
    }

    private static boolean wasStopped(TurnEnd end) {
        return end.status() == TurnStatus.STOPPED || end.status() == TurnStatus.STOP_UNCONFIRMED;
    }

    /** Breaks the answer off; the first reason counts. */
    private void cut(Cut why) {
        if (cut.compareAndSet(Cut.NONE, why)) {
            source.stream().close();
        }
    }

    /**
     * Ends this process's part in the turn, soon: somebody else follows the run, or it ends as interrupted. From any
     * thread.
     *
     * @param hurry whether the process itself is about to end
     */
    void leave(boolean hurry) {
        hurried = hurry;
        cut(tools.following().possible(app, difyIds()) ? Cut.HANDED_OVER : Cut.INTERRUPTED);
    }

    @Override
    public void stopRequested() {
        if (stopping.compareAndSet(false, true)) {
            Thread.ofVirtual().name("stop-" + turn.id()).start(this::stop);
        }
    }

    private void stop() {
        long patience = tools.configuration().stopPatience().toNanos();
        try (TurnTrace _ = TurnTrace.of(turn, caller)) {
            if (askDifyToStop() && relayed.await(patience, TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        cut(Cut.STOP_UNCONFIRMED);
    }

    private boolean askDifyToStop() {
        String task = difyIds().task();
        // Before its answer: the stream may end sooner than Dify says that it will.
        stopAsked = task != null;
        stopAsked = task != null && tools.stops().ask(app, turn.userId(), task);
        return stopAsked;
    }

    /** Not before Dify has named what it makes: only then can it be told to stop, or to delete it. This is told again. */
    @Override
    public void lost() {
        if (difyIds().task() != null) {
            cut(Cut.LOST);
        }
    }

    @Override
    public TurnId id() {
        return turn.id();
    }

    @Override
    public TurnFeed feed() {
        return feed;
    }

    @Override
    public DifyIds.Known difyIds() {
        return source.translation().ids().known();
    }
}
