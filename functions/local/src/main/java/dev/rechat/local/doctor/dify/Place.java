package dev.rechat.local.doctor.dify;

import dev.rechat.conversations.probe.BaseUrl;
import dev.rechat.dify.network.AddressGuard;
import dev.rechat.dify.network.BlockedAddressException;
import dev.rechat.dify.network.DifyNetworks;
import dev.rechat.kernel.error.FieldError;
import dev.rechat.kernel.error.ValidationException;
import dev.rechat.local.doctor.http.TlsLook;
import dev.rechat.local.doctor.report.Code;
import dev.rechat.local.doctor.report.Sheet;
import dev.rechat.local.doctor.timing.Lengths;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The way to a Dify, as far as it goes: URL, name, address, connection, TLS. */
final class Place {

    private static final Pattern ROUTE = Pattern.compile(
            "(.*?)/(chat-messages|completion-messages|workflows/run|workflows|parameters|info|files/upload)$");
    private static final int PATIENCE = 10_000;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final DifyNetworks networks;
    private final Clock clock;
    private final Sheet sheet;

    /** @param networks where a Dify may be, as the functions are told */
    Place(DifyNetworks networks, Clock clock, Sheet sheet) {
        this.networks = networks;
        this.clock = clock;
        this.sheet = sheet;
    }

    /** The base URL, when its host can be asked something; what is wrong stands on the sheet. */
    Optional<BaseUrl> reach(String url) {
        return shape(url).filter(this::reachable);
    }

    private Optional<BaseUrl> shape(String url) {
        BaseUrl base;
        try {
            base = BaseUrl.parse(url);
        } catch (ValidationException wrong) {
            String why = wrong.errors().stream().map(FieldError::message).collect(Collectors.joining(", "));
            sheet.problem("url", Code.URL_INVALID, "the base URL " + why, "such as https://api.dify.ai/v1");
            return Optional.empty();
        }
        Matcher route = ROUTE.matcher(base.toString());
        if (route.matches()) {
            sheet.problem(
                    "url",
                    Code.URL_TOO_LONG,
                    "the base URL ends with the route /" + route.group(2),
                    "give " + route.group(1) + "; the routes are put behind it");
            return Optional.empty();
        }
        sheet.ok("url", base.toString());
        return Optional.of(base);
    }

    private boolean reachable(BaseUrl base) {
        String host = base.value().getHost().replaceAll("^\\[|]$", "");
        boolean encrypted = "https".equals(base.value().getScheme());
        InetAddress[] addresses;
        try {
            addresses = InetAddress.getAllByName(host);
        } catch (UnknownHostException unknown) {
            sheet.problem(
                    "name",
                    Code.NAME_UNKNOWN,
                    "the name " + host + " is not known here",
                    "mind the spelling, and that the name is known where the functions run");
            return false;
        }
        if (!allowed(host, addresses, encrypted)) {
            return false;
        }
        int given = base.value().getPort();
        int port = given > 0 ? given : encrypted ? HTTPS : HTTP;
        return connects(addresses[0], port) && (!encrypted || new TlsLook(clock).look(host, addresses[0], port, sheet));
    }

    private boolean allowed(String host, InetAddress[] addresses, boolean encrypted) {
        String told = Arrays.stream(addresses).map(InetAddress::getHostAddress).collect(Collectors.joining(", "));
        try {
            new AddressGuard(networks, _ -> addresses.clone(), encrypted).find(host);
            sheet.ok("address", host + " is " + told);
            return true;
        } catch (BlockedAddressException blocked) {
            return switch (blocked.reason()) {
                case FORBIDDEN -> {
                    sheet.problem(
                            "address",
                            Code.ADDRESS_FORBIDDEN,
                            told + " is where no Dify can be: metadata of a cloud, link-local, multicast",
                            "give the address that Dify listens at");
                    yield false;
                }
                case PRIVATE -> {
                    sheet.problem(
                            "address",
                            Code.ADDRESS_PRIVATE,
                            told + " is in a private network, where functions send no key unless they are told to",
                            "set RECHAT_DIFY_NETWORKS to hold " + host + " for every function (the doctor goes on)");
                    yield true;
                }
                case UNENCRYPTED -> {
                    sheet.problem(
                            "address",
                            Code.HTTPS_REQUIRED,
                            "the key would go to a public address without TLS",
                            "use https://, or set RECHAT_DIFY_NETWORKS to hold " + host + " (the doctor goes on)");
                    yield true;
                }
            };
        } catch (UnknownHostException unknown) {
            throw new IllegalStateException("a name with addresses has none", unknown);
        }
    }

    private boolean connects(InetAddress address, int port) {
        long begun = System.nanoTime();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), PATIENCE);
            sheet.ok("connection", "port %d in %s".formatted(port, Lengths.of(since(begun))));
            return true;
        } catch (SocketTimeoutException late) {
            sheet.problem(
                    "connection",
                    Code.CONNECT_TIMEOUT,
                    "nobody answers at port %d within 10 s".formatted(port),
                    "a firewall or security group drops what comes from here, or the port is wrong");
            return false;
        } catch (IOException refused) {
            sheet.problem(
                    "connection",
                    Code.NOT_CONNECTED,
                    "nothing listens at port " + port,
                    "start Dify's nginx (port 80) or api (port 5001), or give the port it has");
            return false;
        }
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
