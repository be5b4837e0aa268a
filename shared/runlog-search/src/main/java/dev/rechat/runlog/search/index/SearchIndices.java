package dev.rechat.runlog.search.index;

import dev.rechat.runlog.search.client.SearchClient;

/** What is asked of indices, with one memory of what was written. */
public record SearchIndices(Catalog catalog, Searches searches, Documents documents, Writes writes) {

    public static SearchIndices of(SearchClient client, String prefix) {
        IndexNames names = new IndexNames(prefix);
        Unrefreshed unrefreshed = new Unrefreshed(client, names);
        Catalog catalog = new Catalog(client, names);
        Searches searches = new Searches(client, names, unrefreshed);
        Documents documents = new Documents(client, names, catalog, searches, unrefreshed);
        return new SearchIndices(catalog, searches, documents, new Writes(client, names, documents, unrefreshed));
    }
}
