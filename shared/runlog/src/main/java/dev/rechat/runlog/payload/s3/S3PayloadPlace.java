package dev.rechat.runlog.payload.s3;

import dev.rechat.runlog.payload.PayloadStore;
import dev.rechat.runlog.settings.RunLogConfiguration;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** The bucket that was named. It is asked when something is wanted of it, not before. */
@Factory
@Requires(property = RunLogConfiguration.PREFIX + ".payloads", pattern = "s3:.+")
final class S3PayloadPlace {

    /** {@code AWS_REGION}, which functions have and machines may have. */
    static final String REGION_OF_PROCESS = "aws.region";

    @Singleton
    @Bean(typed = PayloadStore.class, preDestroy = "close")
    S3PayloadStore payloads(
            RunLogConfiguration place,
            S3Configuration configuration,
            @Nullable @Property(name = REGION_OF_PROCESS) String own) {
        String endpoint = configuration.endpoint();
        String region = S3Location.region(configuration.region(), own, endpoint);
        if (region == null) {
            throw new IllegalStateException("a bucket of AWS without a region");
        }
        S3Client client = new S3Client(
                S3Location.of(place.payloads()).address(endpoint, region),
                region,
                credentials(configuration),
                configuration.timeout(),
                Thread::sleep);
        return new S3PayloadStore(client);
    }

    private static AwsCredentialsProvider credentials(S3Configuration configuration) {
        String accessKey = configuration.accessKey();
        String secretKey = configuration.secretKey();
        return accessKey == null || secretKey == null
                ? DefaultCredentialsProvider.create()
                : StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey));
    }
}
