package dev.rechat.benchmarks.data;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Who lives there and how much each has to say; the same for the same seed and size.
 *
 * @param residents in the order of their ids, which is that of their joining
 */
public record House(long seed, HouseSize size, List<Resident> residents, List<String> apps) {

    /** People join and talk within two years before this. */
    static final Instant END = Instant.parse("2026-10-01T00:00:00Z");

    static final Instant BEGIN = END.minus(Duration.ofDays(730));
    static final int APPS = 6;

    /** Of a thousand, the first has then some 6 % of all conversations, the middle one 0.04 %. */
    private static final double EXPONENT = 0.8;

    public House {
        residents = List.copyOf(residents);
        apps = List.copyOf(apps);
    }

    public static House of(long seed, HouseSize size) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] conversations = Shares.split(size.conversations(), Shares.zipf(size.users(), EXPONENT), 1);
        double[] talk = IntStream.of(conversations).asDoubleStream().toArray();
        // at least one turn per conversation, whoever it is of
        int[] beyond = Shares.split(size.turns() - size.conversations(), talk, 0);
        List<String> apps = new ArrayList<>();
        for (int app = 0; app < APPS; app++) {
            apps.add(new TimeOrderedIds(random).at(BEGIN.plusMillis(app)));
        }
        List<Resident> residents = new ArrayList<>();
        for (int i = 0; i < size.users(); i++) {
            // who talks most has been there for long
            long window = Duration.ofDays(i == 0 ? 1 : 600).toMillis();
            Instant joined = BEGIN.plusMillis(random.nextLong(1, window));
            residents.add(new Resident(
                    i + 1,
                    new TimeOrderedIds(random).at(joined),
                    joined,
                    conversations[i],
                    conversations[i] + beyond[i],
                    random.nextLong()));
        }
        residents.sort(Comparator.comparing(Resident::id));
        return new House(seed, size, residents, apps);
    }

    /**
     * So many people in a hundred who, together, hold as near as can be that part of all messages: every so-manieth rank. The
     * same people with the same histories, so that one and the same person can be watched in a small house and in this one.
     */
    public List<Resident> sample(double percent) {
        List<Resident> byRank = residents.stream()
                .sorted(Comparator.comparingInt(Resident::rank))
                .toList();
        int step = Math.max(1, (int) Math.round(100 / percent));
        double wanted = size.messages() * percent / 100;
        return IntStream.range(0, Math.min(step, byRank.size()))
                .mapToObj(first -> every(byRank, first, step))
                .min(Comparator.comparingDouble(people -> Math.abs(messages(people) - wanted)))
                .orElse(residents);
    }

    private static List<Resident> every(List<Resident> byRank, int first, int step) {
        return IntStream.iterate(first, i -> i < byRank.size(), i -> i + step)
                .mapToObj(byRank::get)
                .sorted(Comparator.comparing(Resident::id))
                .toList();
    }

    public static long messages(List<Resident> people) {
        return people.stream().mapToLong(Resident::messages).sum();
    }

    public static long conversations(List<Resident> people) {
        return people.stream().mapToLong(Resident::conversations).sum();
    }
}
