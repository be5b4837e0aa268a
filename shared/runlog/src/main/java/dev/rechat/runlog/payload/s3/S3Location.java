package dev.rechat.runlog.payload.s3;

import dev.rechat.runlog.payload.PayloadKey;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A bucket, and what the names of its objects begin with. @param prefix empty, or ending with {@code /} */
record S3Location(String bucket, String prefix) {

    private static final Pattern FORM = Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/(.*))?");

    /** A store that is not AWS has one region, which it calls as AWS calls its first where nobody named it. */
    private static final String ONLY_REGION = "us-east-1";

    /**
     * @param place {@code s3://bucket/prefix}
     * @throws IllegalArgumentException when it is none
     */
    static S3Location of(String place) {
        Matcher found = FORM.matcher(place);
        if (!found.matches() || found.group(1).contains("..")) {
            throw new IllegalArgumentException("not s3://bucket/prefix");
        }
        String prefix = found.group(2) == null ? "" : found.group(2).replaceFirst("/$", "");
        return new S3Location(found.group(1), prefix.isEmpty() ? "" : PayloadKey.checked(prefix) + "/");
    }

    /** The region that requests are signed for; null where nobody told. @param own that of the process */
    static @Nullable String region(@Nullable String told, @Nullable String own, @Nullable String endpoint) {
        if (told != null) {
            return told;
        }
        return own == null && endpoint != null ? ONLY_REGION : own;
    }

    /**
     * What the addresses of all objects begin with. AWS wants the bucket in the name of the host, whose certificate does not cover
     * a name with dots in it; others may have no such names.
     *
     * @param endpoint null for AWS
     */
    String address(@Nullable String endpoint, String region) {
        if (endpoint != null) {
            return endpoint.replaceFirst("/$", "") + "/" + bucket + "/" + prefix;
        }
        String host = "s3." + region + (region.startsWith("cn-") ? ".amazonaws.com.cn" : ".amazonaws.com");
        return bucket.contains(".")
                ? "https://" + host + "/" + bucket + "/" + prefix
                : "https://" + bucket + "." + host + "/" + prefix;
    }
}
