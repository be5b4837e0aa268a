package dev.rechat.local.doctor.timing;

/** How a stream arrived. */
public enum Delivery {
    /** Each event came when it was made. */
    AS_MADE,
    /** Something kept them until the answer was over. */
    HELD_BACK,
    /** They came in packs, as through a buffer that has to be full first. */
    IN_CLUMPS,
    /** All came together after a while; whether they were made so, nobody told. */
    UNCLEAR,
    /** The answer took too little time to tell. */
    TOO_QUICK
}
