package dev.rechat.turns.log;

import dev.rechat.kernel.id.TurnId;
import dev.rechat.persistence.turn.TurnEvents;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Frames as rows: as they are while a turn runs, compressed into one row once it has ended. */
public final class LogPacking {

    private LogPacking() {}

    /** @param frames at least one */
    public static TurnEvents plain(TurnId turn, List<byte[]> frames, Instant now) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        frames.forEach(joined::writeBytes);
        return new TurnEvents(
                turn,
                Frame.number(frames.getFirst()),
                Frame.number(frames.getLast()),
                joined.toByteArray(),
                false,
                now);
    }

    /** All frames of a turn. */
    public static TurnEvents compact(TurnId turn, List<byte[]> frames, Instant now) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            for (byte[] frame : frames) {
                deflater.write(frame);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
        return new TurnEvents(turn, 1, Frame.number(frames.getLast()), packed.toByteArray(), true, now);
    }

    /** The frames of a row that come after an event. */
    public static List<byte[]> framesAfter(int last, TurnEvents row) {
        return Frame.split(row.compressed() ? inflate(row.frames()) : row.frames()).stream()
                .filter(frame -> Frame.number(frame) > last)
                .toList();
    }

    private static byte[] inflate(byte[] packed) {
        try (InflaterInputStream inflater = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return inflater.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException("a stored log is damaged", broken);
        }
    }
}
