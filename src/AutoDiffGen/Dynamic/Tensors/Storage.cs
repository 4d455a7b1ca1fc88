namespace AutoDiffGen.Dynamic;

/// <summary>The entries of a tensor, which a detached tensor shares, and how often they were changed in place.</summary>
internal sealed class Storage<T>(T[] entries) : IReleasable
{
    private T[]? entries = entries;

    /// <summary>The entries.</summary>
    /// <exception cref="ObjectDisposedException">A scope has given them back.</exception>
    public T[] Data => entries ?? throw new ObjectDisposedException(
        nameof(GradTensor), "The tensor was computed in a GradTensor.Scope() that has ended. Keep(…) makes a result outlive its scope.");

    /// <summary>One more after each change in place, so that what the backward pass relies on is known to be as it was.</summary>
    public int Version { get; set; }

    public bool IsKept { get; set; }

    public void Release()
    {
        if (entries is null || IsKept) return;
        Buffers<T>.Return(entries);
        entries = null;
    }
}

/// <summary>Memory that a scope gives back.</summary>
internal interface IReleasable
{
    /// <summary>Whether it is to outlive its scope.</summary>
    bool IsKept { get; set; }

    void Release();
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
