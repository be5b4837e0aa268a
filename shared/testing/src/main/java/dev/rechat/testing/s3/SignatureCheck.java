package dev.rechat.testing.s3;

import dev.rechat.testing.http.IncomingRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * AWS's signature, version 4, as a server of S3 checks it: made once more of what arrived, by the rules of AWS's reference and by
 * no library. Requests have no queries here.
 */
final class SignatureCheck {

    private static final Pattern AUTHORIZATION = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=([^/]+)/(\\d{8})/([^/]+)/([^/]+)/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})");

    private final String accessKey;
    private final String secretKey;
    private final String region;

    SignatureCheck(String accessKey, String secretKey, String region) {
        this.accessKey = accessKey;
        this.secretKey = secretKey;
        this.region = region;
    }

    /** What S3 calls what is wrong; empty when all is well. */
    Optional<String> problem(IncomingRequest request) {
        Matcher told = AUTHORIZATION.matcher(request.header("authorization").orElse(""));
        if (!told.matches()) {
            return Optional.of("AccessDenied");
        }
        if (!told.group(1).equals(accessKey)) {
            return Optional.of("InvalidAccessKeyId");
        }
        if (!told.group(3).equals(region) || !told.group(4).equals("s3")) {
            return Optional.of("AuthorizationHeaderMalformed");
        }
        List<String> names = List.of(told.group(5).split(";", -1));
        if (!names.contains("host") || !names.contains("x-amz-date") || !names.contains("x-amz-content-sha256")) {
            return Optional.of("AccessDenied");
        }
        String content = request.header("x-amz-content-sha256").orElse("");
        if (!content.equals(sha256(request.body().bytes()))) {
            return Optional.of("XAmzContentSHA256Mismatch");
        }
        String time = request.header("x-amz-date").orElse("");
        String scope = String.join("/", told.group(2), region, "s3", "aws4_request");
        String toSign = String.join("\n", "AWS4-HMAC-SHA256", time, scope, sha256(bytes(canonical(request, names))));
        boolean right = time.startsWith(told.group(2))
                && signature(told.group(2), toSign).equals(told.group(6));
        return right ? Optional.empty() : Optional.of("SignatureDoesNotMatch");
    }

    private static String canonical(IncomingRequest request, List<String> names) {
        Stream<String> headers = names.stream().map(name -> name + ":" + values(request, name) + "\n");
        return String.join(
                "\n",
                request.method(),
                request.target(),
                "",
                headers.collect(Collectors.joining()),
                String.join(";", names),
                request.header("x-amz-content-sha256").orElseThrow());
    }

    private static String values(IncomingRequest request, String name) {
        return request.headers().getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .map(value -> value.strip().replaceAll(" +", " "))
                .collect(Collectors.joining(","));
    }

    private String signature(String day, String toSign) {
        byte[] key = bytes("AWS4" + secretKey);
        for (String part : List.of(day, region, "s3", "aws4_request")) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(hmac(key, toSign));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Java has no HmacSHA256", impossible);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Java has no SHA-256", impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
