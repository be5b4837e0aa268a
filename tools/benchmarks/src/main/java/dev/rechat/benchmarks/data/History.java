package dev.rechat.benchmarks.data;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What one person has talked about, made anew whenever it is asked for, so that nobody has to hold it all. */
public final class History {

    private static final List<String> FOLDERS = List.of("工作", "学习", "Projects", "合同", "旅行", "Code", "家庭", "Reading");
    private static final List<String> TAGS =
            List.of("重要", "待办", "draft", "review", "客户", "财务", "idea", "bug", "周报", "翻译", "research", "面试");

    private static final double TURNS_SIGMA = 0.9;
    private static final double VERSION = 0.06;
    private static final double GO_ON_LATER = 0.08;

    private History() {}

    /** Names of the folders that somebody with so many conversations keeps. */
    static List<String> folders(Resident person) {
        return FOLDERS.subList(0, Math.min(FOLDERS.size(), person.conversations() / 20));
    }

    /** Oldest first, which is also the order of the ids. */
    public static void of(Resident person, Consumer<Talk> each) {
        SplittableRandom random = new SplittableRandom(person.seed());
        int[] turns = Shares.split(person.turns(), Shares.logNormal(person.conversations(), TURNS_SIGMA, random), 1);
        // without the last day: the last one, too, has time to be held
        long window = Duration.between(person.joined(), House.END).toMillis()
                - Duration.ofDays(1).toMillis();
        long[] begins = random.longs(turns.length, 0, window).sorted().toArray();
        for (int i = 0; i < turns.length; i++) {
            // its own random: how long one talk is changes nothing in the next
            each.accept(talk(person, person.joined().plusMillis(begins[i] + i), turns[i], random.split()));
        }
    }

    private static Talk talk(Resident person, Instant begin, int turns, SplittableRandom random) {
        TimeOrderedIds ids = new TimeOrderedIds(random);
        String id = ids.at(begin);
        List<String> folders = folders(person);
        String folder =
                folders.isEmpty() || random.nextInt(10) < 6 ? null : folders.get(random.nextInt(folders.size()));
        int language = random.nextInt(20);
        return new Talk(
                id,
                app(random),
                language < 12 ? Language.CHINESE : language < 16 ? Language.MIXED : Language.ENGLISH,
                random.nextDouble() < Math.min(0.02, 5.0 / person.conversations()),
                random.nextInt(100) < 15,
                random.nextInt(100) < 1,
                folder,
                tags(random),
                exchanges(ids, begin, turns, random));
    }

    /** The first app has half of it all, the next half of the rest, and so on. */
    private static int app(SplittableRandom random) {
        return Math.min(House.APPS - 1, Integer.numberOfTrailingZeros(random.nextInt() | 1 << 30));
    }

    private static List<String> tags(SplittableRandom random) {
        int count = random.nextInt(10) < 8 ? 0 : random.nextInt(1, 4);
        return random.ints(0, TAGS.size())
                .distinct()
                .limit(count)
                .mapToObj(TAGS::get)
                .toList();
    }

    private static List<Exchange> exchanges(TimeOrderedIds ids, Instant begin, int turns, SplittableRandom random) {
        List<Exchange> exchanges = new ArrayList<>(turns);
        Instant asked = begin;
        String parent = null;
        for (int i = 0; i < turns; i++) {
            Exchange exchange = exchange(ids, asked, parent, random);
            exchanges.add(exchange);
            // now and then a question is changed: the next one stands beside it then, not below it
            parent = random.nextDouble() < VERSION ? parent : exchange.answerId();
            asked = exchange.answered().plusMillis(pause(exchange.answered(), turns - i, random));
        }
        return exchanges;
    }

    private static Exchange exchange(
            TimeOrderedIds ids, Instant asked, @Nullable String parent, SplittableRandom random) {
        return new Exchange(
                ids.at(asked),
                ids.at(asked),
                ids.at(asked),
                parent,
                asked,
                asked.plusMillis(random.nextInt(500, 2_000)),
                random.nextLong());
    }

    /** A minute or two, sometimes days; never so long that the rest would not fit before the end. */
    private static long pause(Instant now, int left, SplittableRandom random) {
        double minutes = Math.exp(random.nextGaussian()) * (random.nextDouble() < GO_ON_LATER ? 2_000 : 1.5);
        long most = Math.max(1, Duration.between(now, House.END).toMillis() / (left + 1) - 2_000);
        return Math.clamp((long) (minutes * 60_000), 1, most);
    }
}
