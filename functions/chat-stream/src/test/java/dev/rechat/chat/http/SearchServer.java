package dev.rechat.chat.http;

import dev.rechat.runlog.memory.MemoryRunLogStore;
import dev.rechat.runlog.store.RunLogStore;
import dev.rechat.runlog.store.StoreName;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** What instances whose run logs are to go to a search server have in its place: one for all of them. */
@Factory
@Requires(property = "test.search-server")
class SearchServer {

    static final MemoryRunLogStore STORE = new MemoryRunLogStore(StoreName.ELASTICSEARCH);

    @Singleton
    @Bean(typed = RunLogStore.class)
    MemoryRunLogStore store() {
        return STORE;
    }
}
