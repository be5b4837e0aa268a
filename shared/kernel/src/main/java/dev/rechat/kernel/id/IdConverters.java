package dev.rechat.kernel.id;

import io.micronaut.core.convert.MutableConversionService;
import io.micronaut.core.convert.TypeConverterRegistrar;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;

/** Lets ids appear as controller arguments and repository columns: text in, text out. */
@Singleton
final class IdConverters implements TypeConverterRegistrar {

    @Override
    public void register(MutableConversionService conversions) {
        register(conversions, UserId.class, UserId::of);
        register(conversions, SessionId.class, SessionId::of);
        register(conversions, AppId.class, AppId::of);
        register(conversions, ConversationId.class, ConversationId::of);
        register(conversions, MessageId.class, MessageId::of);
        register(conversions, TurnId.class, TurnId::of);
        register(conversions, FileId.class, FileId::of);
        register(conversions, ApiKeyId.class, ApiKeyId::of);
        register(conversions, FolderId.class, FolderId::of);
        register(conversions, ShareId.class, ShareId::of);
        register(conversions, GroupId.class, GroupId::of);
        register(conversions, BudgetId.class, BudgetId::of);
    }

    private static <T extends Id> void register(
            MutableConversionService conversions, Class<T> type, Function<String, T> parser) {
        conversions.addConverter(CharSequence.class, type, (text, target, context) -> {
            try {
                return Optional.of(parser.apply(text.toString()));
            } catch (IllegalArgumentException notAnId) {
                context.reject(text, notAnId);
                return Optional.empty();
            }
        });
        conversions.addConverter(type, String.class, Id::toString);
    }
}
