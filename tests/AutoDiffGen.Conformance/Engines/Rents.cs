using System.Diagnostics.Tracing;

namespace AutoDiffGen.Conformance.Engines;

/// <summary>Counts what this thread rents from pools of arrays and does not give back. While it listens, renting allocates.</summary>
internal sealed class Rents : EventListener
{
    [ThreadStatic]
    private static int outstanding;

    /// <summary>How many more arrays were rented than returned while something was done.</summary>
    public static int Of(Action action)
    {
        int before = outstanding;
        action();
        return outstanding - before;
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "System.Buffers.ArrayPoolEventSource")
            EnableEvents(eventSource, EventLevel.Verbose);
    }

    // Called on the thread that rents.
    protected override void OnEventWritten(EventWrittenEventArgs eventData) =>
        outstanding += eventData.EventName switch
        {
            "BufferRented" => 1,
            "BufferReturned" => -1,
            _ => 0,
        };
}
