namespace AutoDiffGen.Dynamic;

/// <summary>The entries of a tensor, which a detached tensor shares, and how often they were changed in place.</summary>
internal sealed class Storage<T>(T[] data)
{
    public T[] Data { get; } = data;

    /// <summary>One more after each change in place, so that what the backward pass relies on is known to be as it was.</summary>
    public int Version { get; set; }
}

/// <summary>Entries that the backward pass will read: those there were when the operation was recorded.</summary>
internal readonly struct Saved<T>
{
    private readonly Storage<T>? storage;
    private readonly int version;

    public Saved(Storage<T> storage)
    {
        this.storage = storage;
        version = storage.Version;
    }

    /// <summary>The entries; none where nothing was saved.</summary>
    public ReadOnlySpan<T> Data => storage is null ? default : storage.Data;

    public bool HasChanged => storage is not null && storage.Version != version;
}
