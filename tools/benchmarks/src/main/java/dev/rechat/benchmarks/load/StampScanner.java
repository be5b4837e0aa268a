package dev.rechat.benchmarks.load;

import io.netty.buffer.ByteBuf;
import io.netty.util.ByteProcessor;
import java.nio.charset.StandardCharsets;

/**
 * Finds stamps and the end mark in the bytes of a stream, wherever they are cut. It does not parse: what reads is to cost
 * little beside what is measured.
 */
final class StampScanner implements ByteProcessor {

    /** Takes what was found. */
    interface Findings {

        void stamp(int number, long micros);

        /** One server-sent event or comment is over. */
        void frame();
    }

    private enum State {
        OUTSIDE,
        NUMBER,
        MICROS
    }

    private final byte[] end;
    private final Findings findings;
    private State state = State.OUTSIDE;
    private long number;
    private long micros;
    private int matched;
    private boolean ended;
    private byte last;

    StampScanner(String end, Findings findings) {
        this.end = end.getBytes(StandardCharsets.US_ASCII);
        this.findings = findings;
    }

    void scan(ByteBuf bytes) {
        bytes.forEachByte(this);
    }

    /** Whether the end mark has been seen. */
    boolean ended() {
        return ended;
    }

    @Override
    public boolean process(byte value) {
        if (value == '\n' && last == '\n') {
            findings.frame();
        }
        last = value;
        matchEnd(value);
        matchStamp(value);
        return true;
    }

    private void matchEnd(byte value) {
        if (ended) {
            return;
        }
        if (value != end[matched]) {
            matched = 0;
        }
        if (value == end[matched] && ++matched == end.length) {
            ended = true;
        }
    }

    private void matchStamp(byte value) {
        if (value == '@') {
            state = State.NUMBER;
            number = 0;
        } else if (state != State.OUTSIDE) {
            inside(value);
        }
    }

    private void inside(byte value) {
        boolean digit = value >= '0' && value <= '9';
        if (digit && state == State.NUMBER) {
            number = number * 10 + value - '0';
        } else if (digit) {
            micros = micros * 10 + value - '0';
        } else if (value == ':' && state == State.NUMBER) {
            state = State.MICROS;
            micros = 0;
        } else {
            if (value == ';' && state == State.MICROS && micros > 0) {
                findings.stamp((int) number, micros);
            }
            state = State.OUTSIDE;
        }
    }
}
